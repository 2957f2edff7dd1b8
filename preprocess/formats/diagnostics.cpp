#include "preprocess/formats/diagnostics.h"

#include <algorithm>
#include <map>

#include "preprocess/error.h"
#include "preprocess/formats/text.h"

namespace ecg {

void checkFilledSize(const std::string& file, std::size_t length, double filledLength,
                     std::size_t leads) {
  constexpr double always = 1 << 24;
  if (filledLength * static_cast<double>(leads) <= always) return;
  if (filledLength <= 10.0 * static_cast<double>(length)) return;
  reject("gap-too-long",
         {file, " has ", length, " samples per lead, but its times spread them over ",
          text::number(filledLength), "; split it at its gaps and read the parts one at a time."});
}

Diagnostic gapDiagnostic(const std::vector<Gap>& gaps, double samplingRate) {
  constexpr std::size_t listed = 5;
  std::string where;
  for (std::size_t i = 0; i < std::min(listed, gaps.size()); ++i) {
    const double start = static_cast<double>(gaps[i].start) / samplingRate;
    const double seconds = static_cast<double>(gaps[i].count) / samplingRate;
    where +=
        sentence({(i ? ", " : ""), text::number(seconds), " s at ", text::number(start, 9), " s"});
  }
  if (gaps.size() > listed) where += sentence({" and ", gaps.size() - listed, " more"});
  const std::string subject =
      gaps.size() == 1 ? "1 gap is" : std::to_string(gaps.size()) + " gaps are";
  return {"gap", subject + " filled with NaN: " + where + "."};
}

void reportAnnotations(std::size_t count, Recording& recording) {
  if (count == 0) return;
  say(recording.diagnostics, "annotations",
      {count, (count == 1 ? " annotation was" : " annotations were"), " not read."});
}

void reportFilters(const std::string& filters, Recording& recording) {
  if (filters.empty()) return;
  say(recording.diagnostics, "filtered",
      {"The file says that the signal was filtered: ", filters, "."});
}

void reportDuplicateLeads(Recording& recording) {
  std::map<std::string, std::size_t> count;
  for (const Lead& lead : recording.leads)
    if (++count[lead.name] == 2)
      say(recording.diagnostics, "duplicate-lead",
          {"More than one lead is named ", lead.name, "."});
}

}  // namespace ecg
