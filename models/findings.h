#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace founder {

/// One label with its score over a recording's windows, as a reader of the report sees it.
struct Finding {
  std::string label;        ///< the model's own (upstream) name
  std::string displayName;
  std::size_t index = 0;    ///< the model's output
  std::string group;        ///< see groupName()
  std::string tier;         ///< evidence for this label of this model: "unknown" until one is measured
  double score = 0;         ///< sigmoid of the logit, the highest over the windows; not a probability
  double meanScore = 0;     ///< mean over the windows
  std::size_t window = 0;   ///< the window of the highest score
  bool critical = false;
  bool hidden = false;      ///< compares with an earlier ECG or is a fragment, and is not critical
};

struct FindingOptions {
  bool includeHidden = false;  ///< also the labels that a single ECG cannot support
};

/// Scores in groups: ordered by group, then by score.
///
/// @param labels the model's output names, C of them
/// @param logits [windows, C], row-major
/// @throws ModelError `wrong-shape` when the logits are no multiple of C, `bad-output` when a logit is
///   not finite.
std::vector<Finding> findings(const std::vector<std::string>& labels,
                              const std::vector<float>& logits, const FindingOptions& options = {});

}  // namespace founder
