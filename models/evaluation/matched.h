#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/evaluation/label_table.h"
#include "models/evaluation/logistic.h"
#include "models/evaluation/ranking.h"
#include "models/evaluation/score_table.h"

namespace founder {

/// A label table beside the scores of its recordings, matched by recordingKey() of any of their names.
class Matched {
 public:
  /// Holds references to both.
  /// @throws ModelError `no-scores` where no listed recording has scores
  Matched(const LabelTable& labels, const ScoreTable& scores);

  std::size_t listed() const { return labels_.rows.size(); }
  std::size_t scored() const { return rows_.size(); }

  /// The model's output of a label; npos where it has none.
  std::size_t output(const std::string& label) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  /// A label's known outcomes with finite logits; `without` counts the known ones that have none.
  struct Outcomes {
    std::vector<ScoredOutcome> scored;  ///< `recording` counts the scored recordings, from 0
    std::size_t without = 0;
  };
  Outcomes outcomes(std::size_t label, std::size_t output) const;

  /// Listed recordings without scores, and scored twice with different scores.
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  struct Row {
    std::size_t labels, scores;
  };
  const LabelTable& labels_;
  const ScoreTable& scores_;
  std::vector<Row> rows_;
  std::vector<Problem> problems_;
};

/// @throws ModelError `fit-overlap` where both tables list a recording
void refuseOverlap(const LabelTable& test, const LabelTable& fit);

/// Labels of the table that the scores do not have, said; and for the others nothing.
std::vector<Problem> missingLabels(const LabelTable& labels, const ScoreTable& scores);

/// That so many recordings have no finite score for a label.
Problem noFiniteScore(const std::string& label, std::size_t recordings);

}  // namespace founder
