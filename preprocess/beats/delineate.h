#pragma once

#include <optional>
#include <vector>

#include "preprocess/beats/lead_marks.h"
#include "preprocess/signal/signal.h"

namespace ecg {

/// The waves of one beat, in samples at `beatRate`.
struct BeatMarks {
  std::optional<Marks> p, qrs, t;
};

/// The beats of a stretch, by time.
struct Delineation {
  std::vector<BeatMarks> together;            ///< in all leads
  std::vector<std::vector<BeatMarks>> leads;  ///< [lead][beat]
  std::vector<Scale> fine;                    ///< of each lead
};

/// Delineates the QRS complexes around `centres` (ascending) and their P and T waves.
///
/// The QRS is where all leads together are steep. P and T are then sought in what is left when each
/// QRS is bridged by a line, so that neither is mistaken for the other. The marks of P and T of all
/// leads together are those that 40 % (onset), half (peak) and 60 % (offset) of the leads have
/// passed, weighted by how steep their waves are. In a lead onsets and offsets lie between those of
/// all leads and its own. Method: wavelet slopes and modulus maxima (Martínez et al. 2004, A
/// wavelet-based ECG delineator), with agreement over leads and beats (see wave_search.h).
Delineation delineate(const Signal& signal, const std::vector<std::size_t>& centres);

}  // namespace ecg
