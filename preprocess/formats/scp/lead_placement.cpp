#include "preprocess/formats/scp/lead_placement.h"

#include <algorithm>
#include <string>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/text.h"

namespace ecg::scp {
namespace {

std::string secondsOf(const Recording& recording, std::size_t samples) {
  return text::number(static_cast<double>(samples) / recording.samplingRate) + " s";
}

}  // namespace

std::vector<std::size_t> placeLeads(const Record& record, const Leads& leads,
                                    const std::vector<std::vector<float>>& samples,
                                    Recording& recording) {
  std::size_t first = leads.all.front().first, end = 0, total = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    first = std::min(first, leads.all[i].first);
    end = std::max(end, leads.all[i].first + samples[i].size());
    total += samples[i].size();
  }
  if (total == 0)
    reject("no-signal", {record.file, " has no samples (section 6); choose another file."});
  recording.length = end - first;
  checkFilledSize(record.file, total / samples.size(), static_cast<double>(recording.length),
                  samples.size());
  std::vector<std::size_t> starts;
  std::string partial;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    starts.push_back(leads.all[i].first - first);
    if (samples[i].size() < recording.length)
      partial += sentence({(partial.empty() ? "" : ", "), leads.all[i].name, " ",
                           secondsOf(recording, samples[i].size()), " from ",
                           secondsOf(recording, starts.back()), " on"});
  }
  if (!partial.empty())
    say(recording.diagnostics, "gap",
        {"Some leads cover a part of the recording only and are NaN elsewhere: ", partial, "."});
  return starts;
}

void reportShortLeads(const Record& record, const Leads& leads, std::size_t spare,
                      const std::vector<std::vector<float>>& samples, Recording& recording) {
  std::string names;
  for (std::size_t i = 0; i < samples.size(); ++i)
    if (samples[i].size() < leads.all[i].count)
      names += sentence({(names.empty() ? "" : ", "), leads.all[i].name, " ", samples[i].size(),
                         " of ", leads.all[i].count});
  if (names.empty()) return;
  if (spare > samples.size())
    record.refuse(sentence({"the bytes that section 6 gives its leads do not hold their samples (",
                            names, ") and leave ", spare, " bytes over"}));
  say(recording.diagnostics, "truncated-tail",
      {"The file holds fewer samples than it says: ", names, "."});
}

}  // namespace ecg::scp
