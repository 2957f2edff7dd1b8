#include "preprocess/quality/score.h"

#include <algorithm>
#include <cmath>

#include "preprocess/quality/limb.h"

namespace ecg::quality {
namespace {

/// Weights by logistic regression on the 598 recordings of the PhysioNet/CinC Challenge 2011
/// (set-a, ODC-BY) that experts held acceptable or not, a recording being as bad as the soft
/// maximum of its leads.
struct Weights {
  double none;  ///< the score of a lead without fault
  double flat, wander, steps, noise, unlikeBeats, faint, smallLimbs;
};
constexpr Weights weights = {-5.05, 0.77, 0.98, 0.29, 3.3, 2.1, 2.1, 6.9};
constexpr double softness = 0.5;  // of the maximum

/// How far a value is above `good` towards `bad`, where it stops: ln(value / good).
double above(double good, double value, double bad) {
  return std::log(std::clamp(value, good, bad) / good);
}

/// How far it is below `good`: ln(good / value).
double below(double good, double value, double bad) {
  return std::log(good / std::clamp(value, bad, good));
}

/// What the beats of a lead look like.
struct Beats {
  double qrs, likeness;
};

/// The beats of a lead, or for III, aVL and aVF, where they are small, those of I and II.
Beats beatsOf(const ScoredLeads& scored, std::size_t index, const LimbLeads& limb, double largest) {
  const LeadQuality& own = scored.leads[index];
  if (index == limb.ii && rightArmOnLeg(scored))
    return {scored.leads[limb.i].qrs, scored.leads[limb.i].likeness};
  const bool across = index == limb.iii || index == limb.avl || index == limb.avf;
  if (!across || limb.i == LimbLeads::none || limb.ii == LimbLeads::none)
    return {own.qrs, own.likeness};
  const LeadQuality &i = scored.leads[limb.i], &ii = scored.leads[limb.ii];
  const bool small = own.qrs < 0.5 * largest;
  return {std::max({own.qrs, i.qrs, ii.qrs}),
          small ? std::max(i.likeness, ii.likeness) : own.likeness};
}

/// The largest QRS of the limb leads; where they are not enough to tell, what is usual.
double largestLimbQrs(const ScoredLeads& scored, const LimbLeads& limb) {
  constexpr double usual = 1;
  if (limb.count() < 3) return usual;
  double largest = 0;
  for (const std::size_t lead : {limb.i, limb.ii, limb.iii, limb.avr, limb.avl, limb.avf})
    if (lead != LimbLeads::none) largest = std::max(largest, scored.leads[lead].qrs);
  return largest;
}

/// How the QRS complexes differ from each other, 0 to 1. Of too few beats nothing is said, but none
/// in a window of some seconds is as bad as none alike.
double unlikeness(const LeadQuality& lead, double likeness, double seconds) {
  constexpr double usual = 0.05;
  if (lead.beats < 3) return lead.beats == 0 && seconds > 4 ? 1 : usual;
  return std::clamp(1 - likeness, 0.02, 1.0);
}

}  // namespace

bool rightArmOnLeg(const ScoredLeads& scored) {
  constexpr double small = 0.1, clear = 0.3;  // mV
  const LimbLeads limb = limbLeads(scored.names);
  if (limb.i == LimbLeads::none || limb.ii == LimbLeads::none) return false;
  const LeadQuality &i = scored.leads[limb.i], &ii = scored.leads[limb.ii];
  return i.beats >= 3 && i.qrs > clear && ii.qrs < small && ii.qrs < i.qrs / 5 &&
         ii.flatSeconds < 1 && i.likeness > 0.8;
}

std::vector<LeadScore> scoresOf(const ScoredLeads& scored) {
  const LimbLeads limb = limbLeads(scored.names);
  const double largest = largestLimbQrs(scored, limb);
  std::vector<LeadScore> scores;
  for (std::size_t l = 0; l < scored.leads.size(); ++l) {
    const LeadQuality& lead = scored.leads[l];
    const Beats beats = beatsOf(scored, l, limb, largest);
    const double seconds = lead.flatSeconds + lead.missing * scored.seconds;
    LeadScore s;
    s.flat = weights.flat * above(0.5, seconds, 10);
    s.wander = weights.wander * above(0.3, lead.wander, 8);
    s.steps = weights.steps * above(0.2, lead.step, 8);
    s.noise = weights.noise * std::sqrt(lead.noisy);
    s.unlikeBeats = weights.unlikeBeats * unlikeness(lead, beats.likeness, scored.seconds);
    s.likeness = beats.likeness;
    s.lowSignal =
        weights.faint * below(0.5, beats.qrs, 0.1) + weights.smallLimbs * below(0.6, largest, 0.4);
    s.total = weights.none + s.flat + s.wander + s.steps + s.noise + s.unlikeBeats + s.lowSignal;
    scores.push_back(s);
  }
  return scores;
}

double scoreTogether(const std::vector<LeadScore>& scores) {
  if (scores.empty()) return 0;
  double highest = scores[0].total, sum = 0;
  for (const LeadScore& score : scores) highest = std::max(highest, score.total);
  for (const LeadScore& score : scores) sum += std::exp((score.total - highest) / softness);
  return highest + softness * std::log(sum);
}

}  // namespace ecg::quality
