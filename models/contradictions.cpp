#include "models/contradictions.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "models/contradiction_rules.h"
#include "models/labels.h"
#include "models/two_decimals.h"

namespace founder {
namespace {

using Side = Contradiction::Side;

double clarity(const Contradiction& found) {
  return std::min(found.first.score, found.second.score);
}

std::string message(const Contradiction& found, std::string_view why) {
  const auto score = [](const Side& side) { return " (score " + twoDecimals(side.score) + ")"; };
  return found.first.judged.displayName + score(found.first) + " and " +
         midSentence(found.second.judged.displayName) + score(found.second) +
         " cannot both be true: " + std::string(why) + ".";
}

std::string basis(const Side& first, const Side& second) {
  const auto own = [](const Side& side) {
    return "its operating point " + twoDecimals(side.judged.threshold);
  };
  const std::string assumed = twoDecimals(assumedOperatingPoint);
  if (first.judged.thresholdKnown && second.judged.thresholdKnown)
    return "Each is at or above its operating point: " + twoDecimals(first.judged.threshold) +
           " and " + twoDecimals(second.judged.threshold) + ".";
  if (!first.judged.thresholdKnown && !second.judged.thresholdKnown)
    return "Both are at or above " + assumed +
           ", used because no operating point is known for either.";
  const Side& known = first.judged.thresholdKnown ? first : second;
  const Side& unknown = first.judged.thresholdKnown ? second : first;
  return known.judged.displayName + " is at or above " + own(known) + ", " +
         midSentence(unknown.judged.displayName) + " at or above " + assumed +
         ", used because its operating point is not known.";
}

std::optional<std::size_t> indexOf(const std::vector<JudgedLabel>& labels, std::string_view name) {
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (labels[i].label == name) return i;
  return std::nullopt;
}

/// The window where both count as present and are clearest; none if there is no such window.
std::optional<Contradiction> contradiction(const std::vector<JudgedLabel>& labels,
                                           const std::vector<double>& scores, std::size_t first,
                                           std::size_t second) {
  std::optional<Contradiction> best;
  for (std::size_t window = 0; window < scores.size() / labels.size(); ++window) {
    const double* row = scores.data() + window * labels.size();
    if (row[first] < labels[first].threshold || row[second] < labels[second].threshold) continue;
    Contradiction found;
    found.first = {labels[first], row[first]};
    found.second = {labels[second], row[second]};
    found.window = window;
    if (!best || clarity(found) > clarity(*best)) best = std::move(found);
  }
  return best;
}

}  // namespace

std::vector<Contradiction> findContradictions(const std::vector<JudgedLabel>& labels,
                                              const std::vector<double>& scores) {
  std::vector<Contradiction> out;
  for (const ContradictionRule& rule : contradictionRules()) {
    const auto start = static_cast<std::ptrdiff_t>(out.size());
    for (const std::string_view first : rule.first) {
      for (const std::string_view second : rule.second) {
        const auto a = indexOf(labels, first), b = indexOf(labels, second);
        if (!a || !b) continue;
        auto found = contradiction(labels, scores, *a, *b);
        if (!found) continue;
        found->rule = rule.name;
        found->source = rule.source;
        found->message = message(*found, rule.why);
        found->basis = basis(found->first, found->second);
        out.push_back(std::move(*found));
      }
    }
    std::stable_sort(out.begin() + start, out.end(),
                     [](const auto& a, const auto& b) { return clarity(a) > clarity(b); });
  }
  return out;
}

}  // namespace founder
