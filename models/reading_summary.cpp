#include "models/reading_summary.h"

#include <cstddef>

namespace founder {
namespace {

std::string enumeration(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 < items.size() ? ", " : " and ";
    out += items[i];
  }
  return out;
}

}  // namespace

std::string summarise(const std::vector<Finding>& findings) {
  std::vector<std::string> above;
  std::size_t judged = 0, withoutPoint = 0;
  for (const Finding& finding : findings) {
    if (finding.hidden) continue;
    if (!finding.positive) {
      ++withoutPoint;
      continue;
    }
    ++judged;
    if (*finding.positive) above.push_back(midSentence(finding.displayName));
  }
  if (judged == 0) return "";
  const std::string rest =
      withoutPoint == 0 ? ""
                        : " For " + std::to_string(withoutPoint) + " further label" +
                              (withoutPoint == 1 ? "" : "s") + " no operating point is known.";
  if (above.empty())
    return "None of the " + std::to_string(judged) +
           " labels with an operating point is above it. That rules nothing out." + rest;
  return "Above the operating point: " + enumeration(above) + ". Not a diagnosis." + rest;
}

}  // namespace founder
