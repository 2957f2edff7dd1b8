#include "preprocess/formats/dicom/report.h"

#include <functional>
#include <utility>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

std::string hertz(double value) { return text::number(value) + " Hz"; }

/// "0.05 to 150 Hz, without 50 Hz"; empty where the channel has passed no filter.
std::string describe(const Filters& filters) {
  std::string out;
  if (filters.low > 0 && filters.high > 0)
    out = sentence({text::number(filters.low), " to ", hertz(filters.high)});
  else if (filters.low > 0)
    out = sentence({"from ", hertz(filters.low), " up"});
  else if (filters.high > 0)
    out = "up to " + hertz(filters.high);
  if (filters.notch > 0) {
    out += (out.empty() ? "" : ", ") + ("without " + hertz(filters.notch));
    if (filters.width > 0) out += sentence({" (a band of ", hertz(filters.width), ")"});
  }
  return out;
}

std::string describeSkew(const Channel& channel) {
  return channel.skewSeconds == 0 ? "" : text::number(channel.skewSeconds) + " s";
}

/// "all: a" or "I, II: a; V1: b", by what is said of each channel; empty where nothing is.
std::string byChannel(const Group& group, const Recording& recording,
                      const std::function<std::string(const Channel&)>& describeOne) {
  constexpr std::size_t mostKinds = 16;
  std::vector<std::pair<std::string, std::string>> kinds;  // what is said, and of which channels
  std::size_t said = 0;
  for (std::size_t c = 0; c < group.channels.size(); ++c) {
    const std::string one = describeOne(group.channels[c]);
    if (one.empty()) continue;
    ++said;
    std::size_t k = 0;
    while (k < kinds.size() && kinds[k].first != one) ++k;
    if (k == mostKinds) continue;
    if (k == kinds.size()) kinds.push_back({one, ""});
    kinds[k].second += (kinds[k].second.empty() ? "" : ", ") + recording.leads[c].name;
  }
  if (kinds.size() == 1 && said == group.channels.size()) return kinds[0].first;
  std::string out;
  for (const auto& [what, channels] : kinds)
    out += sentence({(out.empty() ? "" : "; "), channels, " ", what});
  return out;
}

void reportLeads(const Group& group, Recording& recording) {
  for (std::size_t c = 0; c < group.channels.size(); ++c) {
    const LeadSource& source = group.channels[c].source;
    if (source.contradicts())
      say(recording.diagnostics, "unusual-lead",
          {"Channel ", c + 1, " is lead ", source.byCode, " by its code and ", source.byMeaning,
           " by its meaning; it was taken as ", recording.leads[c].name, "."});
  }
  reportDuplicateLeads(recording);
}

}  // namespace

void reportGroup(const Group& group, const Samples& samples, Recording& recording) {
  auto& diagnostics = recording.diagnostics;
  if (group.derived || group.average)
    say(diagnostics, "derived-waveform",
        {"The file says of these samples that they are ",
         (group.average ? "an average or median beat" : "derived"),
         ", not the signal as it was recorded."});
  if (samples.absent())
    say(diagnostics, "truncated-tail",
        {"The file announces ", group.samples, " samples per lead and holds ", samples.length(),
         "."});
  if (samples.extraBytes())
    say(diagnostics, "trailing-bytes",
        {samples.extraBytes(), " bytes after the last sample were not read."});
  const auto filters = [](const Channel& channel) { return describe(channel.filters); };
  reportFilters(byChannel(group, recording, filters), recording);
  if (const std::string said = byChannel(group, recording, describeSkew); !said.empty())
    say(diagnostics, "skew",
        {"The file says that channels begin later than their group, "
         "which was left as it is: ",
         said, "."});
  reportLeads(group, recording);
}

}  // namespace ecg::dicom
