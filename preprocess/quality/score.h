#pragma once

#include <vector>

#include "preprocess/quality/quality.h"

namespace ecg::quality {

/// How the figures of a lead add up.
struct LeadScore {
  double total = 0;  ///< above 0, of many leads, or -1.7 of few: unusable
  double flat = 0, wander = 0, steps = 0, noise = 0, unlikeBeats = 0,
         lowSignal = 0;  ///< 0: no fault
  double likeness = 0;   ///< that was counted, the lead's or what stands for it
};

/// The leads of a window as their scores see them.
struct ScoredLeads {
  std::vector<LeadQuality> leads;
  std::vector<std::string> names;  ///< canonical
  double seconds = 10;
};

/// True where the right arm's electrode is on the right leg: lead II hardly differs from nothing,
/// since both legs are nearly at one potential, and I and III are each other's mirror image.
bool rightArmOnLeg(const ScoredLeads& scored);

/// A logistic score of a lead, a sum of what its figures weigh; the weights were fitted (see
/// score.cpp), after the signal quality indices of Clifford et al. 2012 and Johannesen and
/// Galeotti 2012. Limb leads whose axis lies across that of the heart are small without fault: III,
/// aVL and aVF take the likeness of I or II where they are less than half the largest limb lead,
/// and II takes that of I where the right arm's electrode is on the leg.
std::vector<LeadScore> scoresOf(const ScoredLeads& scored);

/// The score of twelve leads or so together: the soft maximum of theirs, so that one lead is
/// enough, and several that are nearly lost too. Above 0: unusable.
double scoreTogether(const std::vector<LeadScore>& scores);

}  // namespace ecg::quality
