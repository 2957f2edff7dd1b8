#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace ecg::evaluation {

/// What became of the references of one kind: beats, or one mark of a wave.
struct Tally {
  std::size_t references = 0;
  std::size_t detected = 0;               ///< of the references: true positives
  std::optional<std::size_t> extra;       ///< false positives; none where the reference cannot tell
  double errorSum = 0, errorSquares = 0;  ///< of those detected, ms: detection less reference

  void detect(double errorSeconds);

  std::optional<double> sensitivity() const;  ///< 0 to 1
  std::optional<double> ppv() const;          ///< 0 to 1
  std::optional<double> meanError() const;    ///< ms
  /// Of the errors, ms, about their mean, from two on, with n - 1.
  std::optional<double> deviation() const;
};

/// The tallies together (EC57's gross statistics). What is extra is known where all know it.
Tally sum(const std::vector<Tally>& tallies);

/// The mean of those that are known.
std::optional<double> meanOf(const std::vector<std::optional<double>>& values);

}  // namespace ecg::evaluation
