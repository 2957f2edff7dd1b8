#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/evaluation/problem.h"

namespace founder {

/// What the scores of a table are: of which model, prepared how.
struct ScoreHead {
  std::string model;      ///< sha256 of the ONNX, or any word without `;` where there is no one model
  std::string preset;
  std::string aggregate;  ///< `max` or `mean`, see aggregate.h
  std::string options;    ///< further options of the preparation; empty for the usual ones
  std::vector<std::string> labels;
};

/// A recording's scores are a row of logits.
struct ScoreTable {
  ScoreHead head;
  std::vector<std::string> recordings;
  std::vector<double> logits;  ///< [recordings, labels], NaN where there is none
  std::size_t intact = 0;      ///< bytes of the text up to a last line that was torn off
  std::vector<Problem> problems;
};

/// The two lines that a score table starts with:
///
///     # ecgfounder scores; model=<sha256>; preset=founder; aggregate=max
///     recording,SINUS RHYTHM,...
std::string scoreTableHead(const ScoreHead& head);

/// One line of a score table; a logit to nine significant digits, which keeps a float's every bit.
std::string scoreTableRow(const std::string& recording, const std::vector<double>& logits);

/// Reads a score table. A last line without its line break was torn off by an interruption and is
/// dropped. A cell that is no finite number is NaN.
/// @throws ModelError `not-a-score-table`, `no-recording-column`, `duplicate-label`, `bad-option`
ScoreTable readScoreTable(std::string_view text);

}  // namespace founder
