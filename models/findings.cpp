#include "models/findings.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/error.h"
#include "models/reading_summary.h"
#include "models/release.h"

namespace founder {
namespace {

using Knowledge = std::map<std::string, LabelKnowledge>;

double sigmoid(double logit) { return 1 / (1 + std::exp(-logit)); }

/// A model's output over all windows, row-major.
struct Output {
  const std::vector<std::string>& labels;
  const std::vector<float>& logits;

  std::size_t windows() const { return logits.size() / labels.size(); }
  double logit(std::size_t window, std::size_t index) const {
    return logits[window * labels.size() + index];
  }
};

void check(const Output& output) {
  const std::size_t classes = output.labels.size();
  if (classes == 0 || output.logits.size() % classes != 0)
    throw ModelError("wrong-shape", "The model gave " + std::to_string(output.logits.size()) +
                                        " logits, which is no multiple of its " +
                                        std::to_string(classes) + " labels.");
  for (std::size_t i = 0; i < output.logits.size(); ++i)
    if (!std::isfinite(output.logits[i]))
      throw ModelError("bad-output", "The model's output for '" + output.labels[i % classes] +
                                         "' is not a number: its weights are damaged or the device "
                                         "computes wrongly; try the other device.");
}

Knowledge byLabel(const std::vector<LabelKnowledge>& entries) {
  Knowledge out;
  for (const LabelKnowledge& entry : entries) {
    LabelKnowledge& known = out[entry.label];
    if (entry.evidence) known.evidence = entry.evidence;
    if (entry.platt) known.platt = entry.platt;
    if (entry.operatingPoint) known.operatingPoint = entry.operatingPoint;
  }
  return out;
}

struct Ranked {
  Finding finding;
  LabelGroup group = LabelGroup::general;
};

Ranked describe(const Output& output, std::size_t index, const LabelKnowledge& known,
                std::string_view citation) {
  Ranked out;
  Finding& finding = out.finding;
  finding.label = finding.displayName = output.labels[index];
  finding.index = index;
  const Label* label = findLabel(finding.label);
  if (label) {
    finding.displayName = label->displayName;
    finding.critical = label->critical;
    finding.hidden = label->hidden();
    out.group = label->group;
  }
  finding.group = groupName(out.group);
  finding.tier = tierOf(known.evidence, label ? citation : "");
  finding.evidence = known.evidence;
  finding.operatingPoint = known.operatingPoint;
  return out;
}

void score(Finding& finding, const Output& output, const LabelKnowledge& known) {
  for (std::size_t window = 0; window < output.windows(); ++window) {
    const double value = sigmoid(output.logit(window, finding.index));
    finding.meanScore += value / static_cast<double>(output.windows());
    if (window == 0 || value > finding.score) {
      finding.score = value;
      finding.window = window;
    }
  }
  if (known.platt && output.windows() > 0)
    finding.probability =
        sigmoid(known.platt->a * output.logit(finding.window, finding.index) + known.platt->b);
  if (known.operatingPoint) finding.positive = finding.score >= *known.operatingPoint;
}

std::vector<Label> notCovered(const std::vector<std::string>& labels, bool includeHidden) {
  std::vector<Label> out;
  for (const Label& label : founderLabels())
    if ((includeHidden || !label.hidden()) &&
        std::find(labels.begin(), labels.end(), label.upstreamName) == labels.end())
      out.push_back(label);
  std::stable_sort(out.begin(), out.end(), [](const Label& a, const Label& b) {
    if (a.critical != b.critical) return a.critical;
    return a.group < b.group;
  });
  return out;
}

std::vector<Contradiction> contradictions(const Output& output, const Knowledge& knowledge) {
  std::vector<JudgedLabel> judged;
  for (const std::string& name : output.labels) {
    const Label* label = findLabel(name);
    JudgedLabel entry{name, label ? std::string(label->displayName) : name};
    const auto known = knowledge.find(name);
    if (known != knowledge.end() && known->second.operatingPoint) {
      entry.threshold = *known->second.operatingPoint;
      entry.thresholdKnown = true;
    }
    judged.push_back(std::move(entry));
  }
  std::vector<double> scores;
  for (const float logit : output.logits) scores.push_back(sigmoid(logit));
  return findContradictions(judged, scores);
}

}  // namespace

Reading readScores(const std::vector<std::string>& labels, const std::vector<float>& logits,
                   const ReadingOptions& options) {
  const Output output{labels, logits};
  check(output);
  const Knowledge knowledge = byLabel(options.knowledge);
  const std::string_view citation = publishedEvaluation(options.checkpointSha256);

  std::vector<Ranked> ranked;
  for (std::size_t index = 0; index < labels.size(); ++index) {
    const auto entry = knowledge.find(labels[index]);
    const LabelKnowledge known = entry == knowledge.end() ? LabelKnowledge{} : entry->second;
    Ranked described = describe(output, index, known, citation);
    score(described.finding, output, known);
    if (options.includeHidden || !described.finding.hidden) ranked.push_back(std::move(described));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.group != b.group) return a.group < b.group;
    return a.finding.score > b.finding.score;
  });

  Reading out;
  for (Ranked& entry : ranked) out.findings.push_back(std::move(entry.finding));
  out.contradictions = contradictions(output, knowledge);
  out.notCovered = notCovered(labels, options.includeHidden);
  out.summary = summarise(out.findings);
  return out;
}

}  // namespace founder
