#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace founder {

/// The score from which a label counts as present where its operating point is not known.
inline constexpr double assumedOperatingPoint = 0.5;

/// One output of a model and the score from which it counts as present.
struct JudgedLabel {
  std::string label;
  std::string displayName;
  double threshold = assumedOperatingPoint;
  bool thresholdKnown = false;  ///< its own operating point; else the assumed one
};

/// A pair that cannot both be true of one stretch of ECG, both counting as present in one window.
struct Contradiction {
  struct Side {
    JudgedLabel judged;
    double score = 0;  ///< in that window
  };

  std::string rule;  ///< see contradiction_rules.h
  Side first, second;
  std::size_t window = 0;  ///< of those where both are present, the one where they are clearest
  std::string message;     ///< one sentence, both scores in it
  std::string basis;       ///< one sentence: which thresholds were used
  std::string source;      ///< of the definitions
};

/// What a model says and cannot mean. Labels present only in different windows do not contradict
/// each other: over minutes a rhythm changes.
///
/// @param labels the model's outputs, C of them
/// @param scores [windows, C], row-major
/// @return in the order of the rules, of one rule the clearest first
std::vector<Contradiction> findContradictions(const std::vector<JudgedLabel>& labels,
                                              const std::vector<double>& scores);

}  // namespace founder
