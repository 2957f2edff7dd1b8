#include "preprocess/formats/dicom/group.h"

#include <algorithm>

#include "preprocess/formats/dicom/sop_class.h"
#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

constexpr std::size_t mostGroups = 256;

bool saysAverage(const std::string& label) {
  const std::string lower = text::lower(label);
  for (const char* word :
       {"median", "average", "averaged", "mean beat", "representative", "template"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

Group readGroup(const DataSet& data, const Charset& charset, bool ecgObject) {
  Group group(data);
  group.label = charset.decode(data.text(tags::groupLabel));
  group.derived = data.text(tags::originality) == "DERIVED";
  group.average = saysAverage(group.label);
  group.samplingRate = data.number(tags::samplingFrequency).value_or(0);
  group.samples = data.count(tags::sampleCount).value_or(0);
  group.channels = readChannels(data, charset, ecgObject);
  return group;
}

int rankOf(const Group& group) {
  return (group.hasLeads() ? 0 : 4) + (group.average ? 2 : 0) + (group.derived ? 1 : 0);
}

[[noreturn]] void refuseObject(const File& file) {
  const std::string& name = file.data.file();
  const std::string what = sopClassName(file.sopClass);
  if (kindOf(file.sopClass) == Kind::ecg || kindOf(file.sopClass) == Kind::waveform)
    reject("no-signal", {name, " is an object of ", what,
                         " without a Waveform Sequence (5400,0100); export the "
                         "recording again."});
  reject("unsupported-sop-class",
         {name, " is a DICOM object of ", what,
          ", which holds no waveform; export the ECG as 12-lead or General ECG "
          "Waveform Storage."});
}

}  // namespace

bool Group::hasLeads() const {
  return std::any_of(channels.begin(), channels.end(), [](const Channel& c) { return c.ecg; });
}

std::vector<Group> readGroups(const File& file, const Charset& charset) {
  if (!file.data.has(tags::waveforms)) refuseObject(file);
  const Kind kind = kindOf(file.sopClass);
  std::vector<Group> groups;
  file.data.forEachItem(tags::waveforms, [&](const DataSet& item) {
    if (groups.size() == mostGroups)
      reject("bad-header", {file.data.file(), " has more than ", mostGroups,
                            " multiplex groups; export it in parts."});
    groups.push_back(readGroup(item, charset, kind == Kind::ecg));
    groups.back().place = groups.size() - 1;
    return true;
  });
  if (groups.empty())
    reject("no-signal", {file.data.file(),
                         " has an empty Waveform Sequence (5400,0100); export the "
                         "recording again."});
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return rankOf(a) < rankOf(b); });
  if (kind == Kind::otherWave && !groups.front().hasLeads())
    reject("unsupported-sop-class",
           {file.data.file(), " is an object of ", sopClassName(file.sopClass),
            ", and none of its channels is an ECG lead; choose an ECG."});
  return groups;
}

std::string describe(const Group& group) {
  const std::size_t count = group.channels.size();
  std::string out = group.label.empty() ? "no label" : text::quoted(group.label);
  out += sentence({": ", count, (count == 1 ? " channel" : " channels")});
  if (group.samplingRate > 0)
    out += sentence({", ", text::number(static_cast<double>(group.samples) / group.samplingRate),
                     " s at ", text::number(group.samplingRate), " Hz"});
  if (group.derived) out += ", derived";
  return out;
}

}  // namespace ecg::dicom
