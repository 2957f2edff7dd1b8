#include "models/findings.h"

#include <algorithm>
#include <cmath>

#include "models/error.h"
#include "models/labels.h"

namespace founder {
namespace {

double sigmoid(double logit) { return 1 / (1 + std::exp(-logit)); }

const Label* knownLabel(const std::string& name) {
  for (const Label& label : founderLabels())
    if (label.upstreamName == name) return &label;
  return nullptr;
}

struct Ranked {
  Finding finding;
  LabelGroup group;
};

Ranked describe(const std::string& name, std::size_t index) {
  Ranked out{{}, LabelGroup::general};
  out.finding.label = out.finding.displayName = name;
  out.finding.index = index;
  out.finding.tier = "unknown";
  if (const Label* label = knownLabel(name)) {
    out.finding.displayName = label->displayName;
    out.finding.critical = label->critical;
    out.finding.hidden = (!label->singleEcg || label->fragment) && !label->critical;
    out.group = label->group;
  }
  out.finding.group = groupName(out.group);
  return out;
}

}  // namespace

std::vector<Finding> findings(const std::vector<std::string>& names,
                              const std::vector<float>& logits, const FindingOptions& options) {
  const std::size_t classes = names.size();
  if (classes == 0 || logits.size() % classes != 0)
    throw ModelError("wrong-shape", "The model gave " + std::to_string(logits.size()) +
                                        " logits, which is no multiple of its " +
                                        std::to_string(classes) + " labels.");
  const std::size_t windows = logits.size() / classes;
  std::vector<Ranked> ranked;
  for (std::size_t index = 0; index < classes; ++index) {
    Ranked entry = describe(names[index], index);
    Finding& finding = entry.finding;
    for (std::size_t window = 0; window < windows; ++window) {
      const float logit = logits[window * classes + index];
      if (!std::isfinite(logit))
        throw ModelError("bad-output", "The model's output for '" + finding.label +
                                           "' is not a number: its weights are damaged or the "
                                           "device computes wrongly; try the other device.");
      const double score = sigmoid(logit);
      finding.meanScore += score / static_cast<double>(windows);
      if (window == 0 || score > finding.score) {
        finding.score = score;
        finding.window = window;
      }
    }
    if (options.includeHidden || !finding.hidden) ranked.push_back(entry);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.group != b.group) return a.group < b.group;
    return a.finding.score > b.finding.score;
  });
  std::vector<Finding> out;
  for (Ranked& entry : ranked) out.push_back(std::move(entry.finding));
  return out;
}

}  // namespace founder
