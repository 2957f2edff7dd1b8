#include "preprocess/beats/evaluation/tally.h"

#include <cmath>

namespace ecg::evaluation {
namespace {

std::optional<double> ratio(double part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return part / static_cast<double>(whole);
}

}  // namespace

void Tally::detect(double errorSeconds) {
  const double error = 1000 * errorSeconds;
  ++detected;
  errorSum += error;
  errorSquares += error * error;
}

void Tally::add(const Tally& other) {
  references += other.references;
  detected += other.detected;
  errorSum += other.errorSum;
  errorSquares += other.errorSquares;
  if (extra && other.extra)
    *extra += *other.extra;
  else
    extra.reset();
}

std::optional<double> Tally::sensitivity() const {
  return ratio(static_cast<double>(detected), references);
}

std::optional<double> Tally::ppv() const {
  if (!extra) return std::nullopt;
  return ratio(static_cast<double>(detected), detected + *extra);
}

std::optional<double> Tally::meanError() const { return ratio(errorSum, detected); }

std::optional<double> Tally::deviation() const {
  if (detected < 2) return std::nullopt;
  const auto n = static_cast<double>(detected);
  return std::sqrt(std::fmax(0, errorSquares - errorSum * errorSum / n) / (n - 1));
}

void Mean::add(std::optional<double> value) {
  if (!value) return;
  total_ += *value;
  ++count_;
}

std::optional<double> Mean::value() const { return ratio(total_, count_); }

}  // namespace ecg::evaluation
