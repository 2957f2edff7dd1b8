#include "preprocess/formats/muse/waveform.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/muse/lead_data.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/formats/xml/signals.h"

namespace ecg::muse {
namespace {

double rateOf(const std::string& file, const xml::Element& waveform, const ReadOptions& options) {
  const std::string base = waveform.child("SampleBase").text();
  const std::string exponent = waveform.child("SampleExponent").text();
  if (base.empty())
    return askedSamplingRate(file + " does not say its sampling rate (SampleBase)", options);
  const double tens = exponent.empty() ? 0 : xml::readNumber(exponent, file, "SampleExponent");
  const double rate = xml::readNumber(base, file, "SampleBase") * std::pow(10.0, tens);
  if (rate > 0 && std::isfinite(rate)) return rate;
  reject("bad-header", {file, " has a sampling rate of ", text::number(rate),
                        " Hz (SampleBase); get the original file."});
}

std::string filtersOf(const xml::Element& waveform) {
  std::vector<std::string> filters;
  const auto add = [&](const char* element, const char* name, const char* unit) {
    const std::string value = waveform.child(element).text();
    if (value.empty() || value == "0" || text::lower(value) == "none") return;
    filters.push_back(name + std::string(" ") + std::string(value.substr(0, 16)) + unit);
  };
  const bool fraction = waveform.child("HighPassFilter").text().find('.') != std::string::npos;
  add("HighPassFilter", "high-pass", fraction ? " Hz" : " (hundredths of a Hz)");
  add("LowPassFilter", "low-pass", " Hz");
  add("ACFilter", "mains", " Hz");
  return text::listOf(filters);
}

/// Leads that begin at different times would have to be shifted, by an unknown unit.
bool beginTogether(const std::vector<LeadData>& leads) {
  const auto same = [&](std::string LeadNotes::*field) {
    return std::all_of(leads.begin(), leads.end(), [&](const LeadData& lead) {
      return lead.notes.*field == leads.front().notes.*field;
    });
  };
  return same(&LeadNotes::timeOffset) && same(&LeadNotes::firstSample);
}

template <typename Which>
std::vector<std::string> namesOf(const std::vector<LeadData>& leads, Which which) {
  std::vector<std::string> names;
  for (const LeadData& lead : leads)
    if (which(lead.notes)) names.push_back(lead.signal.lead.name);
  return names;
}

void reportNotes(const std::vector<LeadData>& leads, std::vector<Diagnostic>& diagnostics) {
  const auto report = [&](const char* code, const char* sentence,
                          const std::vector<std::string>& names) {
    if (!names.empty()) say(diagnostics, code, {sentence, text::listOf(names), "."});
  };
  report("checksum-failed", "The samples of these leads do not agree with their LeadDataCRC32: ",
         namesOf(leads, [](const LeadNotes& notes) { return notes.checksumFailed; }));
  report("lead-off", "The device says that these leads were off: ",
         namesOf(leads, [](const LeadNotes& notes) { return notes.off; }));
  report("baseline-not-applied",
         "These leads have a FirstSampleBaseline, whose meaning is not known and which was not "
         "applied: ",
         namesOf(leads, [](const LeadNotes& notes) { return notes.baseline; }));
  if (!beginTogether(leads))
    say(diagnostics, "skew",
        {"The file says that leads begin at different times (LeadTimeOffset or "
         "LeadOffsetFirstSample), in a unit that is not known; they were left "
         "as they are."});
  std::vector<std::string> noisy, clipped;
  for (const LeadData& lead : leads) {
    const std::string& name = lead.signal.lead.name;
    for (const std::string& noise : lead.notes.noise) noisy.push_back(name + " " + noise);
    if (lead.notes.clipped) clipped.push_back(name + " " + std::to_string(lead.notes.clipped));
  }
  report("signal-quality", "The device says of the signal: ", noisy);
  report("clipped",
         "Samples at the limits of the converter (LeadHighLimit, LeadLowLimit): ", clipped);
}

}  // namespace

std::vector<xml::Element> waveformsOf(const xml::Element& root) {
  auto found = root.children("Waveform");
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const xml::Element& each) { return !each.child("LeadData"); }),
              found.end());
  std::stable_partition(found.begin(), found.end(), [](const xml::Element& each) {
    return text::lower(each.child("WaveformType").text()) == "rhythm";
  });
  return found;
}

std::string describe(const xml::Element& waveform) {
  const std::string type = waveform.child("WaveformType").text();
  const bool usual = type == "Rhythm" || type == "Median";
  const std::size_t leads = waveform.children("LeadData").size();
  return sentence(
      {(usual ? type : text::quoted(type)), " (", leads, (leads == 1 ? " lead)" : " leads)")});
}

void readWaveform(const std::string& file, const xml::Element& waveform, const ReadOptions& options,
                  Recording& recording) {
  recording.samplingRate = rateOf(file, waveform, options);
  std::vector<LeadData> leads;
  for (const xml::Element& element : waveform.children("LeadData"))
    leads.push_back(readLead(file, element, options));
  reportFilters(filtersOf(waveform), recording);
  reportNotes(leads, recording.diagnostics);
  std::vector<xml::Signal> signals;
  for (LeadData& lead : leads) signals.push_back(std::move(lead.signal));
  xml::putSignals(file, std::move(signals), options, recording);
}

}  // namespace ecg::muse
