#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace founder {

/// How the windows of a recording become one logit a label.
enum class Aggregate {
  max,   ///< the highest logit: the label was seen somewhere
  mean,  ///< the logit of the mean score: sigmoid(result) is the mean of the windows' sigmoids
};

/// @throws ModelError `bad-option`
Aggregate aggregateFromName(std::string_view name);
std::string aggregateName(Aggregate how);

/// @param logits [windows, classes], row-major, finite
/// @returns [classes]
/// @throws ModelError `wrong-shape` where there is no window or a part of one, `bad-output` where a
///   logit is not finite
std::vector<double> aggregateLogits(const std::vector<float>& logits, std::size_t classes,
                                    Aggregate how);

}  // namespace founder
