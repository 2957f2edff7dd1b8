#include "preprocess/formats/arrays/assemble.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/arrays/choose.h"
#include "preprocess/formats/arrays/facts.h"
#include "preprocess/formats/arrays/listed_signals.h"
#include "preprocess/formats/arrays/rate.h"
#include "preprocess/formats/csv_heading.h"
#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/likely_scale.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::arrays {
namespace {

constexpr double greatest = 1e30;  // beyond it a number is no sample

/// Copies the samples, scaled; gives how many are not there.
std::size_t decode(const Signal& signal, const std::vector<Scaling>& scalings,
                   Recording& recording) {
  std::size_t missing = 0;
  recording.length = signal.length;
  recording.samples.resize(signal.length * signal.channels.size());
  float* to = recording.samples.data();
  for (std::size_t lead = 0; lead < signal.channels.size(); ++lead) {
    const Channel& channel = signal.channels[lead];
    const Scaling& scaling = scalings[lead];
    const double units = scaling.unitsPerMillivolt > 0 ? scaling.unitsPerMillivolt : 1;
    for (std::size_t t = 0; t < signal.length; ++t) {
      const double number = channel.numbers->at(channel.first + t * channel.stride);
      const double value = (number - scaling.baseline) / units;
      const bool there = std::fabs(value) < greatest;
      *to++ = there ? static_cast<float>(value) : std::numeric_limits<float>::quiet_NaN();
      missing += !there;
    }
  }
  return missing;
}

/// "5000 samples are 10 s at 500 Hz", where a usual rate makes it ten seconds.
std::string rateHint(std::size_t length) {
  for (std::size_t rate : {100, 125, 200, 240, 250, 256, 300, 360, 400, 500, 512, 1000, 2000})
    if (length == 10 * rate) return sentence({"; ", length, " samples are 10 s at ", rate, " Hz"});
  return "";
}

/// Asks for everything that the file leaves unsaid, in one sentence.
void askForMissing(const Source& source, const Recording& recording,
                   const std::vector<Scaling>& scalings, bool rate) {
  std::vector<float> unscaled;
  std::size_t leads = 0;
  for (std::size_t i = 0; i < scalings.size(); ++i) {
    if (scalings[i].unitsPerMillivolt > 0 || !scalings[i].otherUnit.empty()) continue;
    unscaled.insert(unscaled.end(), recording.lead(i), recording.lead(i) + recording.length);
    ++leads;
  }
  if (leads == 0 && rate) return;
  askFor(source.file,
         {leads > 0, !rate, leads ? likelyUnitHint(unscaled.data(), recording.length, leads) : "",
          rateHint(recording.length), source.contents.advice});
}

void nameLeads(const std::string& file, const Signal& signal, const ReadOptions& options,
               Recording& recording) {
  bool unnamed = false;
  for (std::size_t i = 0; i < signal.channels.size(); ++i) {
    Lead lead;
    std::string stored = signal.channels[i].storedName;
    const std::string own = canonicalLeadName(csv::parseHeading(signal.name).name);
    if (stored.empty() && signal.channels.size() == 1 && isStandardLead(own)) stored = signal.name;
    lead.storedName = text::utf8(stored);
    lead.name = canonicalLeadName(csv::parseHeading(stored).name);
    if (lead.name.empty()) {
      lead.name = "col " + std::to_string(i + 1);
      unnamed = true;
    }
    recording.leads.push_back(std::move(lead));
  }
  const auto& names = options.leads;
  if (!names.empty() && names.size() != recording.leads.size())
    reject("leads-mismatch", {file, " has ", recording.leads.size(), " leads, but ", names.size(),
                              " names were given; give one for each."});
  for (std::size_t i = 0; i < names.size(); ++i) {
    Lead& lead = recording.leads[i];
    const std::string name = canonicalLeadName(names[i]);
    if (isStandardLead(lead.name) && name != lead.name)
      reject("leads-mismatch", {file, " names lead ", i + 1, " ", lead.name, ", but ", names[i],
                                " was given; leave the names out."});
    lead.name = name;
  }
  if (unnamed && names.empty())
    say(recording.diagnostics, "lead-unnamed",
        {"The file does not name its leads; they are called by their places. Give "
         "leads to name them."});
}

}  // namespace

ReadResult assemble(Source source, const ReadOptions& options) {
  checkOptions(source.file, options);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = source.format;
  recording.diagnostics = std::move(source.contents.diagnostics);
  nameListedSignals(source.contents);
  const Signal signal = chooseSignal(source.file, source.contents, options, recording);
  const auto scalings =
      settleScaling(source.file, source.contents, signal, options, recording.diagnostics);
  const auto rate = settleRate(source.file, source.contents, signal.parent, signal.length, options,
                               recording.diagnostics);
  const std::size_t missing = decode(signal, scalings, recording);
  askForMissing(source, recording, scalings, rate.has_value());
  recording.samplingRate = *rate;
  nameLeads(source.file, signal, options, recording);
  for (std::size_t i = 0; i < scalings.size(); ++i)
    if (!scalings[i].otherUnit.empty()) recording.leads[i].unit = scalings[i].otherUnit;
  if (missing)
    say(recording.diagnostics, "missing-samples",
        {missing, (missing == 1 ? " sample is" : " samples are"),
         " no number in the file and NaN here."});
  reportDuplicateLeads(recording);
  result.patient = statedPatient(source.contents);
  return result;
}

}  // namespace ecg::arrays
