#include "preprocess/formats/ishne/ishne.h"

#include <algorithm>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/ishne/header.h"
#include "preprocess/formats/ishne/length.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace ishne {
namespace {

Match sniffSignal(ByteView bytes) {
  return text::view(bytes).substr(0, 8) == "ISHNE1.0" ? Match::certain : Match::none;
}

Match sniffAnnotations(ByteView bytes) {
  return text::view(bytes).substr(0, 8) == "ANN  1.0" ? Match::certain : Match::none;
}

bool isAnnotations(ByteView bytes) { return sniffAnnotations(bytes) != Match::none; }

Match sniffSet(const FileSet& files) {
  return std::max(sniffEach(files, sniffSignal), sniffEach(files, sniffAnnotations));
}

const NamedBytes& pick(const FileSet& files) {
  const NamedBytes& file = pickFile(files, sniffSignal, "ISHNE recordings");
  if (sniffSignal(file.bytes) != Match::none) return file;
  for (const NamedBytes& other : files)
    if (sniffAnnotations(other.bytes) != Match::none)
      reject("annotations-only", {other.name,
                                  " is an ISHNE annotation file (\"ANN  1.0\") and "
                                  "holds beats but no ECG; choose the recording that "
                                  "it belongs to."});
  reject("bad-header", {file.name,
                        " does not begin with \"ISHNE1.0\"; check that the "
                        "right file was chosen."});
}

/// Millivolts of a digital step as a fraction, so that a sample is rounded once.
struct Step {
  double numerator = 1, denominator = 1;
};

/// Fills the leads in one pass over the interleaved samples.
void decode(const std::uint8_t* from, const std::vector<Step>& steps, Recording& recording) {
  const std::size_t leads = recording.leads.size();
  recording.samples.resize(leads * recording.length);
  float* out = recording.samples.data();
  for (std::size_t t = 0; t < recording.length; ++t)
    for (std::size_t lead = 0; lead < leads; ++lead, from += 2) {
      const auto digital = static_cast<std::int16_t>(from[0] | from[1] << 8);
      out[lead * recording.length + t] =
          static_cast<float>(digital * steps[lead].numerator / steps[lead].denominator);
    }
}

/// Steps of a lead per mV, where the header does not say how many nV a step is.
double askUnit(const NamedBytes& file, const Header& header, const ReadOptions& options,
               Recording& recording, std::size_t lead) {
  std::vector<float> stored;
  if (!options.unitsPerMillivolt) {
    decode(file.bytes.data + header.signalOffset, std::vector<Step>(header.leads.size()),
           recording);
    stored.assign(recording.lead(lead), recording.lead(lead) + recording.length);
  }
  return askedUnitsPerMillivolt(sentence({file.name, " does not say how many nV a step of lead ",
                                          recording.leads[lead].name, " is"}),
                                stored, options);
}

std::vector<Step> stepsOf(const NamedBytes& file, const Header& header, const ReadOptions& options,
                          Recording& recording) {
  std::vector<Step> steps;
  for (const LeadSpec& lead : header.leads) {
    if (lead.nanovolts > 0)
      steps.push_back({lead.nanovolts, 1e6});
    else
      steps.push_back({1, askUnit(file, header, options, recording, steps.size())});
  }
  return steps;
}

double rateOf(const NamedBytes& file, const Header& header, const ReadOptions& options) {
  if (header.samplingRate > 0) return header.samplingRate;
  return askedSamplingRate(file.name + " does not say its sampling rate (byte 272)", options);
}

void reportHeader(const NamedBytes& file, const Header& header, Recording& recording) {
  if (header.checksum != 0 && checksumOf(file.bytes, header) != header.checksum)
    say(recording.diagnostics, "checksum-failed",
        {"The checksum of the header does not fit it: what it says of leads, "
         "resolution and rate may have been changed."});
  std::string faults;
  for (const LeadSpec& lead : header.leads)
    if (const std::string fault = qualityFault(lead.quality); !fault.empty())
      faults += sentence({(faults.empty() ? "" : ", "), lead.name, " ", fault});
  if (!faults.empty())
    say(recording.diagnostics, "lead-quality", {"The recorder rates: ", faults, "."});
  if (const std::string kind = pacemakerKind(header.pacemaker); !kind.empty())
    say(recording.diagnostics, "pacemaker", {"The header states a pacemaker: ", kind, "."});
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pick(files);
  Header header = readHeader(file);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "ishne";
  recording.samplingRate = rateOf(file, header, options);
  for (const LeadSpec& lead : header.leads)
    recording.leads.push_back({canonicalLeadName(lead.name), lead.name, "mV"});
  const Counts counts = {header.sampleCount, header.leads.size(),
                         file.bytes.size - header.signalOffset};
  recording.length = samplesPerLead(file.name, counts, recording.diagnostics);
  const std::vector<Step> steps = stepsOf(file, header, options, recording);
  decode(file.bytes.data + header.signalOffset, steps, recording);
  reportHeader(file, header, recording);
  reportDuplicateLeads(recording);
  if (sniffEach(files, sniffAnnotations) != Match::none)
    say(recording.diagnostics, "annotations", {"The beat annotations were not read."});
  result.patient = std::move(header.patient);
  return result;
}

}  // namespace
}  // namespace ishne

const Format& ishneFormat() {
  static const Format format = {"ishne",     ishne::sniffSet, nullptr,
                                ishne::read, false,           ishne::isAnnotations};
  return format;
}

}  // namespace ecg
