#include "preprocess/formats/dicom/dicom.h"

#include <algorithm>
#include <map>

#include "preprocess/formats/dicom/group.h"
#include "preprocess/formats/dicom/padding.h"
#include "preprocess/formats/dicom/part10.h"
#include "preprocess/formats/dicom/patient.h"
#include "preprocess/formats/dicom/report.h"
#include "preprocess/formats/dicom/samples.h"
#include "preprocess/formats/dicom/scale.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace dicom {
namespace {

std::string listOf(const std::vector<Group>& groups) {
  constexpr std::size_t listed = 12;
  std::string out;
  for (std::size_t i = 0; i < std::min(listed, groups.size()); ++i)
    out += (i ? "; " : "") + std::to_string(i + 1) + " " + describe(groups[i]);
  if (groups.size() > listed) out += "; and " + std::to_string(groups.size() - listed) + " more";
  return out;
}

const Group& chooseGroup(const std::string& file, const std::vector<Group>& groups,
                         const ReadOptions& options, std::vector<Diagnostic>& diagnostics) {
  if (options.recording == 0 || options.recording > groups.size())
    throw InputError("no-such-recording", file + " has no recording " +
                                              std::to_string(options.recording) +
                                              "; choose one of: " + listOf(groups) + ".");
  if (groups.size() > 1)
    diagnostics.push_back({"several-recordings", "The file holds " + std::to_string(groups.size()) +
                                                     " recordings, of which number " +
                                                     std::to_string(options.recording) +
                                                     " was read: " + listOf(groups) + "."});
  return groups[options.recording - 1];
}

double rateOf(const Group& group, const ReadOptions& options) {
  const bool said = group.data.has(tags::samplingFrequency) && group.samplingRate != 0;
  const double rate = said ? group.samplingRate : options.samplingRate.value_or(0);
  if (rate > 0 && rate < 1e9) return rate;
  if (said)
    throw InputError("bad-header", group.data.file() + " has a Sampling Frequency (003a,001a) of " +
                                       text::number(rate) + " Hz; export it again.");
  if (options.samplingRate)
    throw InputError("bad-option", group.data.file() + " cannot be read with samplingRate " +
                                       text::number(rate) + "; give a number above 0.");
  throw InputError("rate-unknown", group.data.file() +
                                       " does not say its Sampling Frequency (003a,001a); give "
                                       "samplingRate in Hz.");
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
  const Group& group = chooseGroup(bytes.name, groups, options, recording.diagnostics);
  recording.samplingRate = rateOf(group, options);
  readSamples(group, options, recording);
  readAnnotations(file.data, charset, result);
  result.patient = readPatient(file.data, charset);
  return result;
}

}  // namespace
}  // namespace dicom

const Format& dicomFormat() {
  static const Format format = {"dicom", dicom::sniffSet, nullptr, dicom::read};
  return format;
}

}  // namespace ecg
