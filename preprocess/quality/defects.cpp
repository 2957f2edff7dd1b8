#include "preprocess/quality/defects.h"

#include <algorithm>

namespace ecg::quality {
namespace {

/// From when on a figure is worth a word.
constexpr double flatFrom = 1;         // s
constexpr double missingFrom = 0.001;  // share of the samples
constexpr double clippedFrom = 0.004;  // share of the samples
constexpr double wanderFrom = 1;       // mV
constexpr double noiseFrom = 40;       // uV
constexpr double noisyFrom = 0.15;     // share of the time
constexpr double mainsFrom = 25;       // uV
constexpr double qrsFrom = 0.05;       // mV
constexpr double likeFrom = 0.5;       // correlation

struct Limit {
  Defect defect;
  bool passed;
  double figure;
  double weight;  ///< in the score
};

}  // namespace

void findDefects(const LeadQuality& lead, const LeadScore& score, std::vector<Finding>& findings) {
  const bool flat = lead.flatSeconds > flatFrom, beats = lead.beats >= 3 && !flat;
  const bool noise = lead.noise > (lead.noisy > noisyFrom ? noiseFrom / 2 : noiseFrom);
  const Limit limits[] = {
      {Defect::flat, flat, lead.flatSeconds, 0},
      {Defect::missing, lead.missing > missingFrom, lead.missing, 0},
      {Defect::clipped, lead.clipped > clippedFrom, lead.clipped, 0},
      {Defect::wander, lead.wander > wanderFrom, lead.wander, score.wander},
      {Defect::steps, lead.steps > 0, lead.step, score.steps},
      {Defect::noise, noise, lead.noise, score.noise},
      {Defect::mains, lead.mains > mainsFrom, lead.mains, 0},
      {Defect::lowSignal, !flat && lead.qrs < qrsFrom, lead.qrs, score.lowSignal},
      {Defect::unlikeBeats, beats && score.likeness < likeFrom, 0, score.unlikeBeats}};
  bool any = false;
  for (const Limit& limit : limits) {
    if (!limit.passed) continue;
    findings.push_back({limit.defect, lead.lead, limit.figure});
    any = true;
  }
  if (any || lead.verdict != Verdict::unusable) return;
  const Limit* worst =
      std::max_element(std::begin(limits), std::end(limits),
                       [](const Limit& a, const Limit& b) { return a.weight < b.weight; });
  findings.push_back({worst->defect, lead.lead, worst->figure});
}

}  // namespace ecg::quality
