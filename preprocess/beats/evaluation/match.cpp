#include "preprocess/beats/evaluation/match.h"

#include <cmath>

namespace ecg::evaluation {
namespace {

constexpr double rounding = 1e-9;  // of times that were whole samples

double at(const std::vector<double>& times, std::size_t index) {
  return index < times.size() ? times[index] : std::numeric_limits<double>::infinity();
}

/// Whether the earlier of two belongs to the later: no next of its series is nearer, or that one
/// has a better choice.
bool belongs(double earlier, double earlierNext, double later, double laterNext) {
  const double rival = std::fabs(later - earlierNext);
  return later - earlier < rival || std::fabs(laterNext - earlierNext) < rival;
}

}  // namespace

std::vector<std::size_t> matchTimes(const std::vector<double>& reference,
                                    const std::vector<double>& test, double window) {
  std::vector<std::size_t> matches(reference.size(), unmatched);
  std::size_t r = 0, t = 0;
  while (r < reference.size() && t < test.size()) {
    const bool testFirst = test[t] < reference[r];
    const bool near = std::fabs(test[t] - reference[r]) <= window + rounding;
    const bool pair =
        near && (testFirst ? belongs(test[t], at(test, t + 1), reference[r], at(reference, r + 1))
                           : belongs(reference[r], at(reference, r + 1), test[t], at(test, t + 1)));
    if (pair) matches[r] = t;
    t += pair || testFirst;
    r += pair || !testFirst;
  }
  return matches;
}

}  // namespace ecg::evaluation
