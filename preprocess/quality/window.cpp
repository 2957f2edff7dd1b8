#include "preprocess/quality/window.h"

#include <algorithm>
#include <array>

#include "preprocess/quality/agreement.h"
#include "preprocess/quality/align.h"
#include "preprocess/quality/baseline.h"
#include "preprocess/quality/before_qrs.h"
#include "preprocess/quality/defects.h"
#include "preprocess/quality/duplicates.h"
#include "preprocess/quality/levels.h"
#include "preprocess/quality/limb.h"
#include "preprocess/quality/noise.h"
#include "preprocess/quality/reversal.h"
#include "preprocess/quality/score.h"
#include "preprocess/quality/spectrum.h"

namespace ecg::quality {
namespace {

constexpr double shortest = 1;           // s, below which nothing is judged
constexpr double slowest = 40;           // Hz
constexpr std::size_t restingLeads = 8;  // from which on every lead is needed
// From which score on a lead of fewer is lost: no other makes up for it. 35 % of the recordings
// that readers of the CinC 2017 challenge held too noisy are, and 0.5 % of the others.
constexpr double aloneFrom = -1.7;
constexpr double contradictionFrom = 0.25;
constexpr double uprightFrom = 0.03;  // mV

/// A window as it is calculated with.
struct Traces {
  std::vector<Trace> leads;
  std::vector<double> beatTimes;  ///< of the QRS, aligned
  std::vector<Agreement> beats;
};

LeadQuality figuresOf(const Window& window, std::size_t index, const Spectrum& spectrum,
                      Traces& traces) {
  const Trace& trace = traces.leads[index];
  const Levels levels = levelsOf(window.leads[index]);
  const Baseline baseline = baselineOf(trace);
  const Mains mains = mainsOf(spectrum);
  const Noise noise = noiseOf(trace, mains, window.qrs);
  Agreement beats = agreementOf(trace, traces.beatTimes);
  LeadQuality lead;
  lead.lead = index;
  lead.missing = levels.missing;
  lead.range = levels.range;
  lead.flatSeconds = levels.flatSeconds;
  lead.clipped = levels.clipped;
  lead.wander = baseline.wander;
  lead.step = baseline.step;
  lead.steps = baseline.steps;
  lead.noise = 1000 * noise.usual;
  lead.noisy = noise.share;
  lead.mains = 1000 * mains.amplitude;
  lead.mainsHz = mains.frequency;
  lead.qrs = beats.amplitude;
  lead.likeness = beats.correlation;
  lead.snr = beats.snr;
  lead.beats = beats.beats;
  traces.beats.push_back(std::move(beats));
  return lead;
}

/// P waves (or T waves) upright in I and II: each swap of limb electrodes turns one of them over
/// (Heden et al. 1995 rest on the P axis too).
bool uprightBefore(const Traces& traces, const LimbLeads& limb) {
  return deflectionBefore(traces.leads[limb.i], traces.beatTimes) > uprightFrom &&
         deflectionBefore(traces.leads[limb.ii], traces.beatTimes) > uprightFrom;
}

void findSwaps(const Window& window, const Traces& traces, WindowQuality& out) {
  const LimbLeads limb = limbLeads(window.names);
  std::array<const std::vector<double>*, 8> shapes;
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    const std::size_t lead = leadNamed(window.names, independentLeads[k]);
    if (lead == LimbLeads::none || traces.beats[lead].beats < 3 ||
        out.leads[lead].verdict == Verdict::unusable)
      return;
    shapes[k] = &traces.beats[lead].mean;
  }
  const Swap swap = likelySwap(shapes, uprightBefore(traces, limb));
  if (swap == Swap::none) return;
  const Defect defect = swap == Swap::arms              ? Defect::armReversal
                        : swap <= Swap::limbsTurnedBack ? Defect::limbReversal
                                                        : Defect::precordialReversal;
  out.findings.push_back({defect, wholeRecording, 0, static_cast<std::size_t>(swap)});
}

/// Leads that are lost are alike at the limits of the recorder; and where a limb lead is lost, the
/// others are made of what is left.
void findDuplicates(const Traces& traces, const LimbLeads& limb, WindowQuality& out) {
  bool limbsWhole = true;
  for (const LeadQuality& lead : out.leads)
    if (limb.has(lead.lead) && lead.verdict == Verdict::unusable) limbsWhole = false;
  std::vector<std::size_t> candidates;
  for (const LeadQuality& lead : out.leads)
    if (lead.verdict != Verdict::unusable && (limbsWhole || !limb.has(lead.lead)))
      candidates.push_back(lead.lead);
  for (const auto& pair : duplicatesAmong(traces.leads, candidates))
    out.findings.push_back({Defect::duplicate, pair.second, 0, pair.first});
}

void compareLeads(const Window& window, const Traces& traces, WindowQuality& out) {
  const LimbLeads limb = limbLeads(window.names);
  if (rightArmOnLeg({out.leads, window.names, 0}))
    out.findings.push_back({Defect::rightLeg});
  else
    findSwaps(window, traces, out);
  const bool whole = std::all_of(out.leads.begin(), out.leads.end(),
                                 [](const LeadQuality& lead) { return lead.missing < 0.01; });
  if (const double error = whole ? einthovenError(traces.leads, limb) : 0;
      error > contradictionFrom)
    out.findings.push_back({Defect::einthoven, wholeRecording, error});
  findDuplicates(traces, limb, out);
}

/// Verdicts of the leads and of the window, by the scores alone.
void judgeScores(const std::vector<LeadScore>& scores, WindowQuality& out) {
  const bool resting = scores.size() >= restingLeads;
  std::size_t worst = 0, lost = 0;
  for (std::size_t l = 0; l < scores.size(); ++l) {
    if (scores[l].total > scores[worst].total) worst = l;
    if (!(scores[l].total > (resting ? 0 : aloneFrom))) continue;
    out.leads[l].verdict = Verdict::unusable;
    ++lost;
  }
  if (resting ? !(scoreTogether(scores) > 0) : lost < scores.size()) return;
  out.verdict = Verdict::unusable;
  out.leads[worst].verdict = Verdict::unusable;
}

void judgeLeads(const Window& window, WindowQuality& out) {
  const std::vector<LeadScore> scores =
      scoresOf({out.leads, window.names, window.leads[0].seconds()});
  judgeScores(scores, out);
  for (std::size_t l = 0; l < out.leads.size(); ++l) {
    LeadQuality& lead = out.leads[l];
    const std::size_t before = out.findings.size();
    findDefects(lead, scores[l], out.findings);
    if (lead.verdict == Verdict::good && out.findings.size() > before)
      lead.verdict = Verdict::usable;
  }
}

WindowQuality notJudged(const Window& window, Defect defect) {
  WindowQuality out;
  out.verdict = Verdict::unusable;
  out.findings.push_back({defect});
  for (std::size_t l = 0; l < window.leads.size(); ++l) {
    out.leads.emplace_back();
    out.leads.back().lead = l;
    out.leads.back().verdict = Verdict::unusable;
  }
  return out;
}

}  // namespace

WindowQuality judge(const Window& window) {
  if (window.leads.empty() || window.leads[0].n == 0) return notJudged(window, Defect::noSignal);
  if (!(window.leads[0].seconds() >= shortest) || !(window.leads[0].samplingRate >= slowest))
    return notJudged(window, Defect::tooShort);
  Traces traces;
  for (const Stretch& stretch : window.leads) traces.leads.push_back(traceOf(stretch));
  const std::vector<Spectrum> spectra = spectraOf(traces.leads);
  traces.beatTimes = alignedTimes(traces.leads, window.qrs);
  WindowQuality out;
  for (std::size_t l = 0; l < window.leads.size(); ++l)
    out.leads.push_back(figuresOf(window, l, spectra[l], traces));
  judgeLeads(window, out);
  if (window.qrs.empty() && window.leads[0].seconds() > 4)
    out.findings.push_back({Defect::noBeats});
  compareLeads(window, traces, out);
  if (out.verdict == Verdict::good && !out.findings.empty()) out.verdict = Verdict::usable;
  return out;
}

}  // namespace ecg::quality
