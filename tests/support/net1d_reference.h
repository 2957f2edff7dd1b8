#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/net1d_description.h"

namespace founder::test {

/// The mistakes that an implementation of Net1D is known to make; the reference can make them too,
/// so that a test can show that it would notice.
enum class Trap {
  none,
  symmetricPadding,    ///< the odd padding sample on the left
  poolWithoutZero,     ///< x and not max(x, 0) at an odd length: what PadFusion does
  poolDropsLast,       ///< the odd sample ignored, and the last output repeated
  batchNorm,           ///< used where upstream does not
  channelPaddingCeil,  ///< the larger half of the new channels before
  swishInFirstBlock,   ///< where the very first block has none
  noSwishInLaterBlocks
};

struct Net1DOutputs {
  std::vector<double> logits, features;
  std::vector<double> timeMap;  ///< [classes, timeSteps]
  std::size_t timeSteps = 0;
};

using WeightFunction =
    std::function<std::vector<float>(const std::string& name, const std::vector<std::uint64_t>&)>;

/// Net1D for one window [leads, samples] in plain double precision, slow and simple.
Net1DOutputs runNet1D(const Net1D& net, const WeightFunction& weights,
                      const std::vector<double>& input, Trap trap = Trap::none);

/// All of a generated tensor (random_weights.h).
std::vector<float> generatedWeights(const std::string& name,
                                    const std::vector<std::uint64_t>& shape);

}  // namespace founder::test
