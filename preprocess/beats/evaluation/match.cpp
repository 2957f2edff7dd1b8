#include "preprocess/beats/evaluation/match.h"

#include <algorithm>
#include <cmath>

namespace ecg::evaluation {
namespace {

constexpr double rounding = 1e-9;  // of times that were whole samples

double at(const Times& times, std::size_t index) {
  return index < times.size() ? times[index].time : std::numeric_limits<double>::infinity();
}

/// Whether the earlier of two belongs to the later: no next of its series is nearer, or that one
/// has a better choice.
bool belongs(double earlier, double earlierNext, double later, double laterNext) {
  const double rival = std::fabs(later - earlierNext);
  return later - earlier < rival || std::fabs(laterNext - earlierNext) < rival;
}

}  // namespace

void addTime(Times& times, double time, std::size_t of) {
  if (std::isfinite(time)) times.push_back({time, of});
}

void sortTimes(Times& times) {
  std::sort(times.begin(), times.end(), [](const Timed& a, const Timed& b) {
    return a.time < b.time || (a.time == b.time && a.of < b.of);
  });
}

std::vector<std::size_t> matchTimes(const Times& reference, const Times& test, double window) {
  std::vector<std::size_t> matches(reference.size(), unmatched);
  std::size_t r = 0, t = 0;
  while (r < reference.size() && t < test.size()) {
    const double wanted = reference[r].time, found = test[t].time;
    const double wantedNext = at(reference, r + 1), foundNext = at(test, t + 1);
    const bool testFirst = found < wanted;
    const bool pair = std::fabs(found - wanted) <= window + rounding &&
                      (testFirst ? belongs(found, foundNext, wanted, wantedNext)
                                 : belongs(wanted, wantedNext, found, foundNext));
    if (pair) matches[r] = t;
    t += pair || testFirst;
    r += pair || !testFirst;
  }
  return matches;
}

}  // namespace ecg::evaluation
