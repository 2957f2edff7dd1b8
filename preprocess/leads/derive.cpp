#include "preprocess/leads/derive.h"

#include <algorithm>
#include <map>
#include <optional>

#include "preprocess/error.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace {

constexpr const char* invertedAvr = "-aVR";

/// A weighted sum of stored leads.
struct Formula {
  struct Term {
    std::size_t lead;
    double weight;
  };
  std::vector<Term> terms;
  std::string text;  ///< empty for a lead that is stored as it is
  bool stored() const { return text.empty(); }
};

/// Canonical name -> index of the first lead of that name in mV.
std::map<std::string, std::size_t> voltageLeads(const Recording& recording) {
  std::map<std::string, std::size_t> found;
  for (std::size_t i = 0; i < recording.leads.size(); ++i)
    if (recording.leads[i].unit == "mV")
      found.emplace(canonicalLeadName(recording.leads[i].name), i);
  return found;
}

/// Weights of a limb lead over a pair of I, II and III (Einthoven: I + III = II; Goldberger).
struct Derivation {
  const char* lead;
  const char* first;
  const char* second;
  double firstWeight, secondWeight;
  const char* text;
};

constexpr Derivation derivations[] = {
    {"I", "II", "III", 1, -1, "II - III"},       {"II", "I", "III", 1, 1, "I + III"},
    {"III", "I", "II", -1, 1, "II - I"},         {"aVR", "I", "II", -0.5, -0.5, "-(I + II)/2"},
    {"aVR", "I", "III", -1, -0.5, "-I - III/2"}, {"aVR", "II", "III", -1, 0.5, "III/2 - II"},
    {"aVL", "I", "II", 1, -0.5, "I - II/2"},     {"aVL", "I", "III", 0.5, -0.5, "(I - III)/2"},
    {"aVL", "II", "III", 0.5, -1, "II/2 - III"}, {"aVF", "I", "II", -0.5, 1, "II - I/2"},
    {"aVF", "I", "III", 0.5, 1, "III + I/2"},    {"aVF", "II", "III", 0.5, 0.5, "(II + III)/2"},
};

std::optional<Formula> formulaOf(const std::string& name,
                                 const std::map<std::string, std::size_t>& stored) {
  if (auto at = stored.find(name); at != stored.end()) return Formula{{{at->second, 1}}, ""};
  if (auto at = stored.find(invertedAvr); name == "aVR" && at != stored.end())
    return Formula{{{at->second, -1}}, "-(-aVR)"};
  for (const Derivation& d : derivations) {
    auto first = stored.find(d.first), second = stored.find(d.second);
    if (name == d.lead && first != stored.end() && second != stored.end())
      return Formula{{{first->second, d.firstWeight}, {second->second, d.secondWeight}}, d.text};
  }
  return std::nullopt;
}

Recording withoutLeads(const Recording& recording) {
  Recording out;
  out.format = recording.format;
  out.samplingRate = recording.samplingRate;
  out.length = recording.length;
  out.diagnostics = recording.diagnostics;
  out.wearable = recording.wearable;
  return out;
}

/// Appends the lead that a formula makes, and says so where it was not stored.
void appendLead(Recording& out, const Recording& from, const std::string& name,
                const Formula& formula) {
  const std::size_t begin = out.samples.size();
  out.samples.resize(begin + from.length);
  for (std::size_t t = 0; t < from.length; ++t) {
    double sum = 0;
    for (const Formula::Term& term : formula.terms) sum += term.weight * from.lead(term.lead)[t];
    out.samples[begin + t] = static_cast<float>(sum);
  }
  out.leads.push_back({name, from.leads[formula.terms[0].lead].storedName, "mV"});
  if (formula.stored()) return;
  if (formula.terms.size() == 1) {
    say(out.diagnostics, "inverted-lead",
        {"Lead aVR is the stored lead -aVR with its sign turned."});
  } else {
    out.leads.back().storedName.clear();
    say(out.diagnostics, "derived-lead",
        {"Lead ", name, " is not stored; it was derived as ", formula.text, "."});
  }
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

std::string storedLeads(const Recording& recording) {
  std::vector<std::string> names;
  for (const Lead& lead : recording.leads)
    names.push_back(lead.unit == "mV" ? lead.name : lead.name + " (" + lead.unit + ", not mV)");
  return listed(names);
}

}  // namespace

LeadSources leadSources(const Recording& recording) {
  const auto stored = voltageLeads(recording);
  LeadSources out;
  for (std::string_view name : standardLeads) {
    const auto formula = formulaOf(std::string(name), stored);
    if (!formula)
      out.missing.emplace_back(name);
    else if (formula->terms.size() > 1)
      out.derived.emplace_back(name);
  }
  return out;
}

Recording twelveLeads(const Recording& recording) {
  const auto missing = leadSources(recording).missing;
  if (!missing.empty())
    reject("missing-leads", {"The model needs twelve leads and the recording lacks ",
                             listed(missing), "; its leads: ", storedLeads(recording),
                             ". Use a 1-lead model, or name the leads if they are "
                             "there under other names."});
  Recording out = withoutLeads(recording);
  out.samples.reserve(standardLeads.size() * recording.length);
  const auto stored = voltageLeads(recording);
  for (std::string_view lead : standardLeads) {
    const std::string name(lead);
    appendLead(out, recording, name, *formulaOf(name, stored));
  }
  return out;
}

Recording singleLead(const Recording& recording, const std::string& wanted) {
  const auto stored = voltageLeads(recording);
  Recording out = withoutLeads(recording);
  const std::string name = wanted.empty() ? "I" : canonicalLeadName(wanted);
  if (auto formula = formulaOf(name, stored)) {
    appendLead(out, recording, name, *formula);
    return out;
  }
  if (!wanted.empty())
    reject("missing-leads",
           {"The recording has no lead ", wanted, "; its leads: ", storedLeads(recording), "."});
  const auto isVoltage = [](const Lead& lead) { return lead.unit == "mV"; };
  const auto only = std::find_if(recording.leads.begin(), recording.leads.end(), isVoltage);
  if (std::count_if(recording.leads.begin(), recording.leads.end(), isVoltage) != 1)
    reject("missing-leads",
           {"The recording has no lead I, nor leads to derive it from; its leads: ",
            storedLeads(recording), ". Say which of them to use."});
  const auto index = static_cast<std::size_t>(only - recording.leads.begin());
  appendLead(out, recording, only->name, {{{index, 1}}, ""});
  say(out.diagnostics, "lead-stands-in",
      {"The recording has no lead I; its only ECG lead, ", only->name, ", stands in for it."});
  return out;
}

}  // namespace ecg
