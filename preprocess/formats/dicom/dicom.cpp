#include "preprocess/formats/dicom/dicom.h"

#include <map>

#include "preprocess/formats/dicom/group.h"
#include "preprocess/formats/dicom/padding.h"
#include "preprocess/formats/dicom/part10.h"
#include "preprocess/formats/dicom/patient.h"
#include "preprocess/formats/dicom/report.h"
#include "preprocess/formats/dicom/samples.h"
#include "preprocess/formats/dicom/scale.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace dicom {
namespace {

double rateOf(const Group& group, const ReadOptions& options) {
  const bool said = group.data.has(tags::samplingFrequency) && group.samplingRate != 0;
  if (said && group.samplingRate > 0 && group.samplingRate < 1e9) return group.samplingRate;
  if (said)
    reject("bad-header", {group.data.file(), " has a Sampling Frequency (003a,001a) of ",
                          text::number(group.samplingRate), " Hz; export it again."});
  return askedSamplingRate(group.data.file() + " does not say its Sampling Frequency (003a,001a)",
                           options);
}

/// Names the leads of a group. Where a code and its meaning are of different leads the code counts,
/// unless other channels have the same one, so that it tells none of them.
std::vector<Lead> leadsOf(const Group& group, const ReadOptions& options) {
  std::map<std::string, std::size_t> codes;
  for (const Channel& channel : group.channels) ++codes[channel.source.code];
  std::vector<Lead> leads;
  for (std::size_t i = 0; i < group.channels.size(); ++i) {
    const LeadSource& source = group.channels[i].source;
    Lead lead;
    lead.storedName = source.storedName;
    if (lead.storedName.empty() && i < options.leads.size()) lead.storedName = options.leads[i];
    if (lead.storedName.empty()) lead.storedName = "channel " + std::to_string(i + 1);
    const bool byMeaning =
        source.byCode.empty() || (source.contradicts() && codes[source.code] > 1);
    lead.name = byMeaning ? source.byMeaning : source.byCode;
    if (lead.name.empty()) lead.name = canonicalLeadName(lead.storedName);
    leads.push_back(std::move(lead));
  }
  return leads;
}

void readSamples(const Group& group, const ReadOptions& options, Recording& recording) {
  const Samples samples(group);
  const std::vector<Scale> scales = readScales(group, samples, options);
  recording.length = samples.length();
  recording.leads = leadsOf(group, options);
  recording.samples.resize(samples.length() * samples.channels());
  for (std::size_t c = 0; c < samples.channels(); ++c) {
    recording.leads[c].unit = scales[c].unit;
    float* out = recording.lead(c);
    for (std::size_t i = 0; i < samples.length(); ++i)
      out[i] = scales[c].value(static_cast<double>(samples.at(i, c)));
  }
  reportGroup(group, samples, recording);
  applyPadding(samples, recording);
}

Match sniffSet(const FileSet& files) { return sniffEach(files, dicom::sniff); }

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& bytes = pickFile(files, dicom::sniff, "DICOM files");
  File file = openFile(bytes);
  const Charset charset(file.data);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "dicom";
  recording.diagnostics = std::move(file.diagnostics);
  const std::vector<Group> groups = readGroups(file, charset);
  std::vector<std::string> offered;
  for (const Group& each : groups) offered.push_back(describe(each));
  const Group& group = groups[chooseRecording(bytes.name, offered, options, recording)];
  recording.samplingRate = rateOf(group, options);
  readSamples(group, options, recording);
  readAnnotations(file.data, charset, result);
  result.patient = readPatient(file.data, charset);
  return result;
}

}  // namespace
}  // namespace dicom

const Format& dicomFormat() {
  static const Format format = {"dicom", dicom::sniffSet, nullptr, dicom::read, true};
  return format;
}

}  // namespace ecg
