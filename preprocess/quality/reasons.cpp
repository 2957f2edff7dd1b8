#include "preprocess/quality/reasons.h"

#include <algorithm>
#include <cmath>

#include "preprocess/leads/names.h"
#include "preprocess/quality/reversal.h"
#include "preprocess/sentence.h"

namespace ecg::quality {
namespace {

/// How a figure is said.
enum class Say { nothing, seconds, percent, millivolts, microvolts };

/// A sentence: who, `what`, the other lead or the swap, the figure, `then`, the electrodes if they
/// are wanted, `finally`.
struct Words {
  const char* code;
  const char* what;
  Say figure;
  const char* then;
  bool electrodes;
  const char* finally;
};

constexpr Words words[] = {
    {"flat", " is flat for ", Say::seconds, ": put ", true,
     " on again, check the wire, and record again."},
    {"missing", " lacks ", Say::percent, " of its samples: check the connection of ", true,
     ", and record again."},
    {"clipped", " is cut off at a limit of the recorder (", Say::percent,
     " of the time): press on ", true, ", wait until the line is steady, and record again."},
    {"baseline-wander", " wanders by ", Say::millivolts, ": clean the skin under ", true,
     ", let the patient lie still and breathe calmly, and record again."},
    {"muscle-noise", " trembles with muscle noise (", Say::microvolts, "): press on ", true,
     ", keep the patient warm with arms and legs relaxed, and record again."},
    {"mains-hum", " hums with the mains (", Say::microvolts, "): clean the skin under ", true,
     ", move cables and devices away, and record again."},
    {"motion-step", " jumps by ", Say::millivolts, ": the patient moved or a wire was pulled; fix ",
     true, ", let the patient lie still, and record again."},
    {"low-signal", " shows hardly any heartbeat (", Say::millivolts,
     "): check the gain, and place and contact of ", true, ", and record again."},
    {"unlike-beats", " shows beats that are hardly alike", Say::nothing, ": press on ", true,
     ", let the patient lie still, and record again."},
    {"no-beats", " shows no heartbeat: look after the patient, then check ", Say::nothing, "", true,
     ", and record again."},
    {"too-short", " is too short or too coarse to be judged: record at least 10 s", Say::nothing,
     "", false, " at 100 samples a second or more."},
    {"no-signal", " holds no samples in mV: check ", Say::nothing, "", true, ", and record again."},
    {"arm-electrodes-reversed", " looks as if the left and right arm electrodes were swapped",
     Say::nothing, " (or the heart lies on the right side): check ", true, ", and record again."},
    {"limb-electrodes-reversed", " looks as if ", Say::nothing, ": check ", true,
     ", and record again."},
    {"right-leg-electrode",
     " looks as if the right arm electrode were on the right leg, since lead II shows hardly "
     "anything: check ",
     Say::nothing, "", true, ", and record again."},
    {"precordial-electrodes-reversed", " looks as if ", Say::nothing, ": check ", true,
     ", and record again."},
    {"einthoven", " contradicts itself, its limb leads (I + III = II) by ", Say::percent,
     ": they were filtered, scaled or named apart; get the original file, or record again.", false,
     ""},
    {"duplicate-leads", " is the same signal as lead ", Say::nothing,
     ": one of them was stored twice or connected to the other's electrode; check ", true,
     ", and record again."},
};
static_assert(sizeof words / sizeof *words == static_cast<std::size_t>(Defect::count));

constexpr const char* swaps[] = {"",
                                 "",
                                 "the electrodes of the right arm and the left leg were swapped",
                                 "the limb electrodes were put on in another order",
                                 "the limb electrodes were put on in another order",
                                 "electrodes V1 and V2 were swapped",
                                 "electrodes V2 and V3 were swapped",
                                 "electrodes V3 and V4 were swapped",
                                 "electrodes V4 and V5 were swapped",
                                 "electrodes V1 and V3 were swapped",
                                 "electrodes V4 and V6 were swapped",
                                 "electrodes V1 to V6 were put on in reverse order"};

/// 12.3 of 12.34; 0.01 of 0.012.
std::string decimal(double value, double steps) {
  const double most = 1e9;
  const auto whole = static_cast<std::int64_t>(std::lround(std::min(value, most) * steps));
  const auto step = static_cast<std::int64_t>(steps);
  const std::int64_t rest = whole % step;
  return sentence({whole / step, ".", (steps > 10 && rest < 10 ? "0" : ""), rest});
}

std::string figureOf(Say how, double value) {
  switch (how) {
    case Say::seconds:
      return decimal(value, 10) + " s";
    case Say::percent:
      return value < 0.01 ? "less than 1 %" : sentence({std::lround(100 * value), " %"});
    case Say::millivolts:
      return decimal(value, value < 1 ? 100 : 10) + " mV";
    case Say::microvolts:
      return sentence({std::lround(std::min(value, 1e9)), " uV"});
    case Say::nothing:
      break;
  }
  return "";
}

bool isPrecordial(const std::string& name) {
  return name.size() == 2 && name[0] == 'V' && isStandardLead(name);
}

struct Electrodes {
  const char* lead;
  const char* electrodes;
};
constexpr Electrodes limbElectrodes[] = {{"I", "the electrodes of both arms"},
                                         {"II", "the electrodes of right arm and left leg"},
                                         {"III", "the electrodes of left arm and left leg"},
                                         {"aVR", "the electrode of the right arm"},
                                         {"aVL", "the electrode of the left arm"},
                                         {"aVF", "the electrode of the left leg"}};

/// The electrodes behind a lead.
std::string electrodesOf(const std::string& name) {
  if (isPrecordial(name)) return "electrode " + name;
  for (const Electrodes& limb : limbElectrodes)
    if (name == limb.lead) return limb.electrodes;
  return "its electrodes";
}

/// The electrodes behind a defect of the whole recording.
const char* electrodesOf(Defect defect) {
  if (defect == Defect::precordialReversal) return "electrodes V1 to V6";
  const bool limbs = defect >= Defect::armReversal && defect <= Defect::rightLeg;
  return limbs ? "the limb electrodes" : "all electrodes";
}

/// The name or the swap that the sentence has beside the lead's.
std::string otherOf(const Finding& finding, const Judged& judged) {
  switch (finding.defect) {
    case Defect::limbReversal:
    case Defect::precordialReversal:
      return swaps[finding.other];
    case Defect::duplicate:
      return judged.names[finding.other];
    default:
      return "";
  }
}

QualityReason reasonOf(const Complaint& complaint, const Judged& judged) {
  const Finding& finding = complaint.finding;
  const Words& said = words[static_cast<std::size_t>(finding.defect)];
  const bool whole = finding.lead == wholeRecording;
  QualityReason reason = {said.code, whole ? "" : judged.names[finding.lead], ""};
  std::string electrodes;
  if (said.electrodes)
    electrodes = whole ? electrodesOf(finding.defect) : electrodesOf(reason.lead);
  std::string during;
  if (judged.windows > 1)
    during = sentence({" (In ", complaint.windows, " of ", judged.windows, " stretches.)"});
  reason.message = sentence({(whole ? "The recording" : "Lead "), reason.lead, said.what,
                             otherOf(finding, judged), figureOf(said.figure, finding.figure),
                             said.then, electrodes, said.finally, during});
  return reason;
}

}  // namespace

std::vector<QualityReason> reasonsFor(const std::vector<Complaint>& complaints,
                                      const Judged& judged) {
  std::vector<QualityReason> reasons;
  const std::size_t leads = judged.names.size();
  for (std::size_t k = 0; k < complaints.size(); ++k) {
    const Defect defect = complaints[k].finding.defect;
    const bool all = leads > 1 && k + leads <= complaints.size() &&
                     complaints[k + leads - 1].finding.defect == defect &&
                     complaints[k + leads - 1].finding.lead != wholeRecording;
    Complaint one = complaints[k];
    for (std::size_t more = 1; all && more < leads; ++more)
      if (complaints[k + more].finding.figure > one.finding.figure) one = complaints[k + more];
    if (all) {
      one.finding.lead = wholeRecording;
      k += leads - 1;
    }
    reasons.push_back(reasonOf(one, judged));
  }
  return reasons;
}

}  // namespace ecg::quality
