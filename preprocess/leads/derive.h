#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/recording.h"

namespace ecg {

/// What `twelveLeads` would do: the standard leads it would derive from others, and those it could
/// not have.
struct LeadSources {
  std::vector<std::string> derived;
  std::vector<std::string> missing;
};
LeadSources leadSources(const Recording& recording);

/// The twelve standard leads of a recording, in the model's order, as a recording of their own.
///
/// Stored leads are taken as they are (only those in mV); a stored `-aVR` (Cabrera) is turned into
/// aVR. Where two of I, II and III are stored the rest of the limb leads follow from Einthoven
/// (I + III = II) and Goldberger (aVR = -(I + II)/2, aVL = I - II/2, aVF = II - I/2); each derived
/// lead is said in the diagnostics.
/// @throws InputError `missing-leads`, naming what is missing and what the recording has.
Recording twelveLeads(const Recording& recording);

/// The lead for a 1-lead model: `wanted` if given, else I (stored or derived), else the only ECG
/// lead there is, with a diagnostic that says which lead stands in for lead I.
/// @throws InputError `missing-leads` when the wanted lead is absent, or several leads are there
/// and
///   none is I.
Recording singleLead(const Recording& recording, const std::string& wanted = "");

}  // namespace ecg
