#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// Power spectral density of a lead: the mean over Hann windows of about two seconds (Bartlett).
struct Spectrum {
  double binWidth = 0;        ///< Hz
  std::vector<double> power;  ///< mV^2 a bin, from 0 Hz on; empty where the lead is too short

  /// mV^2 in [from, to) Hz.
  double between(double from, double to) const;
  double highest() const { return binWidth * static_cast<double>(power.size()); }
};

/// The spectra of traces of the same length and rate.
std::vector<Spectrum> spectraOf(const std::vector<Trace>& traces);

/// Hum of the mains in a lead.
struct Mains {
  double frequency = 0;  ///< 50 or 60 Hz; 0 where the lead shows none, or its rate cannot
  double amplitude = 0;  ///< mV
};

/// The peak at 50 and 60 Hz over the power beside it.
Mains mainsOf(const Spectrum& spectrum);

}  // namespace ecg::quality
