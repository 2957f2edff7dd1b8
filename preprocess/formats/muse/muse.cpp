#include "preprocess/formats/muse/muse.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/muse/lead.h"
#include "preprocess/formats/muse/patient.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace muse {
namespace {

std::string typeOf(const xml::Element& waveform) { return waveform.child("WaveformType").text(); }

/// The waveforms, those of type Rhythm first.
std::vector<xml::Element> waveformsOf(const xml::Element& root) {
  std::vector<xml::Element> all = root.children("Waveform");
  std::stable_partition(all.begin(), all.end(), [](const xml::Element& waveform) {
    return text::lower(typeOf(waveform)) == "rhythm";
  });
  return all;
}

/// The waveform that is asked for; says which others there are.
xml::Element choose(const std::vector<xml::Element>& all, const std::string& file,
                    std::size_t wanted, Recording& recording) {
  if (all.empty())
    throw InputError("no-signal", file + " holds no Waveform element; export it from MUSE with its "
                                         "waveforms.");
  if (wanted < 1 || wanted > all.size())
    throw InputError("no-such-recording", file + " holds " + std::to_string(all.size()) +
                                              " recordings, not one numbered " +
                                              std::to_string(wanted) + "; choose one of them.");
  if (all.size() > 1) {
    std::string offered;
    for (std::size_t i = 0; i < all.size(); ++i)
      offered += (i == 0 ? "" : ", ") + std::to_string(i + 1) + " " + typeOf(all[i]);
    recording.diagnostics.push_back(
        {"several-recordings", "The file holds " + std::to_string(all.size()) +
                                   " recordings, of which number " + std::to_string(wanted) +
                                   " was read: " + offered + "."});
  }
  return all[wanted - 1];
}

double rateOf(const xml::Element& waveform, const std::string& file, const ReadOptions& options) {
  const auto base = numberIn(waveform.child("SampleBase"));
  const double exponent = numberIn(waveform.child("SampleExponent")).value_or(0);
  const double rate = base ? *base * std::pow(10, exponent) : options.samplingRate.value_or(0);
  if (!(rate > 0) || !std::isfinite(rate))
    throw InputError("rate-unknown", file + " has no positive SampleBase and SampleExponent; give "
                                            "the sampling rate.");
  return rate;
}

/// "I, II" of the leads of which something holds; empty where of none.
template <typename Holds>
std::string leadsWhere(const std::vector<StoredLead>& leads, Holds holds) {
  std::string names;
  for (const StoredLead& lead : leads)
    if (holds(lead)) names += (names.empty() ? "" : ", ") + lead.name;
  return names;
}

void say(Recording& recording, const char* code, const std::string& what,
         const std::string& leads) {
  if (!leads.empty()) recording.diagnostics.push_back({code, what + ": " + leads + "."});
}

bool isClipped(const StoredLead& lead) {
  if (!(lead.highest > lead.lowest)) return false;
  for (std::size_t i = 0; i < lead.length(); ++i)
    if (lead.at(i) >= lead.highest || lead.at(i) <= lead.lowest) return true;
  return false;
}

void reportLeads(const std::vector<StoredLead>& leads, Recording& recording) {
  say(recording, "checksum-failed", "LeadDataCRC32 is not that of the samples",
      leadsWhere(leads, [](const StoredLead& lead) { return !lead.checksumHolds; }));
  say(recording, "clipped", "Samples are at the limits that the file gives",
      leadsWhere(leads, isClipped));
  say(recording, "lead-off", "The device found the electrode off",
      leadsWhere(leads, [](const StoredLead& lead) { return lead.off; }));
  say(recording, "skew", "LeadTimeOffset or LeadOffsetFirstSample is not 0, and was not applied",
      leadsWhere(leads, [](const StoredLead& lead) { return lead.late; }));
  say(recording, "baseline-not-applied", "FirstSampleBaseline is not 0, and was not applied",
      leadsWhere(leads, [](const StoredLead& lead) { return lead.hasBaseline; }));
}

void reportFilters(const xml::Element& waveform, Recording& recording) {
  std::string filters;
  for (const char* name : {"HighPassFilter", "LowPassFilter", "ACFilter"})
    if (const auto value = numberIn(waveform.child(name)))
      filters += (filters.empty() ? "" : ", ") + std::string(name) + " " + text::number(*value);
  say(recording, "filtered", "The file names filters of this waveform, in its own units", filters);
}

void decode(const std::vector<StoredLead>& leads, const std::string& file, Recording& recording) {
  recording.length = leads.front().length();
  for (const StoredLead& lead : leads)
    if (lead.length() != recording.length)
      throw InputError("bad-waveform", file + " holds " + std::to_string(lead.length()) +
                                           " samples of lead " + text::quoted(lead.name) + " but " +
                                           std::to_string(recording.length) + " of lead " +
                                           text::quoted(leads.front().name) +
                                           "; export it from MUSE again.");
  recording.samples.reserve(recording.length * leads.size());
  for (const StoredLead& lead : leads) {
    recording.leads.push_back({canonicalLeadName(lead.name), lead.name, "mV"});
    for (std::size_t i = 0; i < recording.length; ++i)
      recording.samples.push_back(static_cast<float>(lead.at(i) * lead.millivoltsPerUnit));
  }
}

Match sniff(ByteView bytes) {
  return xml::rootName(bytes) == "RestingECG" ? Match::certain : Match::none;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "MUSE recordings");
  const xml::Document document(file);
  const xml::Element root = document.root();
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "muse-xml";
  const xml::Element waveform =
      choose(waveformsOf(root), file.name, options.recording, recording);
  recording.samplingRate = rateOf(waveform, file.name, options);
  std::vector<StoredLead> leads;
  for (const xml::Element& leadData : waveform.children("LeadData"))
    leads.push_back(readLead(leadData, file.name, options));
  if (leads.empty() || leads.front().length() == 0)
    throw InputError("no-signal", file.name + " has a Waveform element without samples; export it "
                                              "from MUSE again.");
  decode(leads, file.name, recording);
  reportLeads(leads, recording);
  reportFilters(waveform, recording);
  reportDuplicateLeads(recording);
  result.patient = readPatient(root);
  for (std::string& line : readStatements(root))
    (isSignature(line) ? result.patient.comments : result.interpretation).push_back(line);
  return result;
}

}  // namespace
}  // namespace muse

const Format& museFormat() {
  static const Format format = {
      "muse-xml", [](const FileSet& files) { return sniffEach(files, muse::sniff); }, nullptr,
      muse::read, true};
  return format;
}

}  // namespace ecg
