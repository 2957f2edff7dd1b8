#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/contradictions.h"
#include "models/label_knowledge.h"
#include "models/labels.h"
#include "models/tier.h"

namespace founder {

/// One label with its score over a recording's windows, as a person reads it.
struct Finding {
  std::string label;  ///< the model's own (upstream) name
  std::string displayName;
  std::size_t index = 0;  ///< the model's output
  std::string group;      ///< see groupName(); `general` for a label that is not of the 150
  Tier tier;
  std::optional<Evidence> evidence;  ///< also where it is too little for `validated`
  double score = 0;      ///< sigmoid of the logit, the highest over the windows; not a probability
  double meanScore = 0;  ///< mean over the windows
  std::size_t window = 0;                ///< the window of the highest score
  std::optional<double> probability;     ///< in that window, where Platt scaling is known
  std::optional<double> operatingPoint;  ///< a score
  std::optional<bool> positive;  ///< score at or above the operating point, where that is known
  bool critical = false;
  bool hidden = false;  ///< compares with an earlier ECG or is a fragment, and is not critical
};

struct ReadingOptions {
  bool includeHidden = false;  ///< also the labels that a single ECG cannot support
  /// Of several entries for one label, a later one's fields replace those of an earlier one.
  std::vector<LabelKnowledge> knowledge;
  /// Of the checkpoint that the model was made from, for what others published on it; may be empty.
  std::string checkpointSha256;
};

/// What a person reads of a model's scores.
struct Reading {
  std::vector<Finding> findings;              ///< by group, then by score
  std::vector<Contradiction> contradictions;  ///< of labels that a single ECG can support
  /// Of the 150, those that the model lacks: critical ones first, then by group.
  std::vector<Label> notCovered;
  /// One or two sentences: what is at or above its operating point. Empty if no operating point is
  /// known.
  std::string summary;
};

/// Makes scores readable: grouped and sorted, with what stands behind each, what cannot be true
/// together, and what the model does not look for.
///
/// @param labels the model's output names, C of them; they need not be of the 150
/// @param logits [windows, C], row-major
/// @throws ModelError `wrong-shape` when the logits are no multiple of C, `bad-output` when a logit
/// is
///   not finite.
Reading readScores(const std::vector<std::string>& labels, const std::vector<float>& logits,
                   const ReadingOptions& options = {});

}  // namespace founder
