#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/diagnostics.h"

namespace ecg::csv {

/// How a column of times lies on an even grid.
struct Timing {
  double step = 0;  ///< between neighbouring samples, in the column's unit; 0 for a single row
  std::size_t length = 0;   ///< samples on the grid, the missing ones included
  double filledLength = 0;  ///< the same, before anything bounds it
  double evenness = 1;      ///< share of the steps that are one sample long
  std::vector<Gap> gaps;    ///< rows that the times show to be missing
  std::string fault;        ///< why there is no grid; empty where there is
};

/// Lays times on a grid. The step is the mean of the regular steps; a longer one is a gap if it is
/// a whole number of samples. A fault, never an exception, where the times do not increase or where
/// a step deviates by more than half a sample otherwise.
Timing analyseTimes(const std::vector<double>& times);

}  // namespace ecg::csv
