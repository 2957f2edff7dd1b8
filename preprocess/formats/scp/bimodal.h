#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "preprocess/formats/scp/beats.h"

namespace ecg::scp {

/// Where the samples of a lead lie that bimodal compression kept.
struct BimodalLayout {
  std::vector<Zone> zones;  ///< protected ones, ascending; every sample of them is kept
  std::size_t factor = 4;   ///< outside of them one sample stands for so many
  std::size_t first = 1;    ///< number of the lead's first sample
  std::size_t count = 0;    ///< samples of the lead at the full rate

  /// How many samples are kept.
  std::size_t kept() const;
};

/// The samples at the full rate, as far as the kept ones go.
///
/// Outside the protected zones a kept sample is the mean of `factor` samples; between the middles
/// of two such means the samples lie on a line, and at a stretch's ends they are constant.
std::vector<double> expand(const BimodalLayout& layout, const std::vector<std::int32_t>& kept);

}  // namespace ecg::scp
