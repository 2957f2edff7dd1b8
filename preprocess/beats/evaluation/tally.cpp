#include "preprocess/beats/evaluation/tally.h"

#include <algorithm>
#include <cmath>

namespace ecg::evaluation {
namespace {

std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Tally::detect(double errorSeconds) {
  const double error = 1000 * errorSeconds;
  ++detected;
  errorSum += error;
  errorSquares += error * error;
}

std::optional<double> Tally::sensitivity() const { return ratio(detected, references); }

std::optional<double> Tally::ppv() const {
  return extra ? ratio(detected, detected + *extra) : std::nullopt;
}

std::optional<double> Tally::meanError() const {
  if (detected == 0) return std::nullopt;
  return errorSum / static_cast<double>(detected);
}

std::optional<double> Tally::deviation() const {
  if (detected < 2) return std::nullopt;
  const double n = static_cast<double>(detected);
  return std::sqrt(std::max(0.0, errorSquares - errorSum * errorSum / n) / (n - 1));
}

Tally sum(const std::vector<Tally>& tallies) {
  Tally all;
  if (!tallies.empty()) all.extra = 0;
  for (const Tally& each : tallies) {
    all.references += each.references;
    all.detected += each.detected;
    all.errorSum += each.errorSum;
    all.errorSquares += each.errorSquares;
    if (!each.extra)
      all.extra.reset();
    else if (all.extra)
      *all.extra += *each.extra;
  }
  return all;
}

std::optional<double> meanOf(const std::vector<std::optional<double>>& values) {
  double total = 0;
  std::size_t count = 0;
  for (const auto& value : values)
    if (value) {
      total += *value;
      ++count;
    }
  if (count == 0) return std::nullopt;
  return total / static_cast<double>(count);
}

}  // namespace ecg::evaluation
