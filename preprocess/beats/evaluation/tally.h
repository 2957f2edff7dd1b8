#pragma once

#include <cstddef>
#include <optional>

namespace ecg::evaluation {

/// What became of the references of one kind: beats, or one mark of a wave.
struct Tally {
  std::size_t references = 0;
  std::size_t detected = 0;  ///< of the references: true positives
  /// False positives; none where the reference cannot tell.
  std::optional<std::size_t> extra = 0;
  double errorSum = 0, errorSquares = 0;  ///< of those detected, ms: detection less reference

  void detect(double errorSeconds);
  /// Both together (EC57's gross statistics). What is extra is known where both know it.
  void add(const Tally& other);

  std::optional<double> sensitivity() const;  ///< 0 to 1
  std::optional<double> ppv() const;          ///< 0 to 1
  std::optional<double> meanError() const;    ///< ms
  /// Of the errors, ms, about their mean, from two on, with n - 1.
  std::optional<double> deviation() const;
};

/// The mean of values, as far as they are known.
class Mean {
 public:
  void add(std::optional<double> value);
  std::optional<double> value() const;

 private:
  double total_ = 0;
  std::size_t count_ = 0;
};

}  // namespace ecg::evaluation
