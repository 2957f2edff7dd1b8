#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "preprocess/beats/scales.h"

namespace ecg {

/// Where a wave begins, peaks and ends, in samples of a stretch at `beatRate`.
struct Marks {
  std::size_t onset, peak, offset;
  double height = 0;  ///< of a P or T wave: how steep it is, mV/s
};

/// Samples [from, to) in which a wave is looked for.
struct Span {
  std::size_t from, to;
  bool empty() const { return to <= from; }
};

/// The steepness of all leads together: the root mean square of their slopes, mV/s.
std::vector<double> steepness(const std::vector<Scale>& leads);

/// The first and the last sample of the QRS complex around `centre` in all leads together: from
/// `steepness` of the fine scale, within `span`.
Span qrsSpan(const std::vector<double>& steepness, std::size_t centre, Span span);

/// The QRS complex of a lead around `centre`, where all leads together have it in `all`: half way
/// between those marks and the lead's own, which are where the first and last slope of at least a
/// part of its steepest have died down (Martínez et al. 2004, III.B). The peak is the R peak or,
/// without an R wave, the largest deflection. None where the lead is flat there.
std::optional<Marks> qrsMarks(const Scale& fine, std::size_t centre, Span all);

}  // namespace ecg
