#include <algorithm>

#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

std::string listSections(const std::vector<int>& ids) {
  std::string out = ids.size() == 1 ? "section " : "sections ";
  for (std::size_t i = 0; i < ids.size(); ++i)
    out += (i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ") + std::to_string(ids[i]);
  return out;
}

std::vector<Diagnostic> recordDiagnostics(const Record& record) {
  std::vector<Diagnostic> out;
  std::vector<int> damaged;
  for (const auto& [id, section] : record.sections)
    if (!section.intact) damaged.push_back(id);
  const bool cut = record.size > record.present;
  if (!damaged.empty())
    out.push_back({"checksum-failed", "The checksum of " + listSections(damaged) +
                                          " is not that of the contents, which may be damaged."});
  else if (!record.intact && !cut)
    out.push_back({"checksum-failed",
                   "The record's checksum is not that of its contents, though those of its "
                   "sections are."});
  if (!record.moved.empty())
    out.push_back({"misplaced-sections", "The pointers do not lead to " +
                                             listSections(record.moved) +
                                             "; their names and checksums do."});
  if (!record.cut.empty() || cut)
    out.push_back(
        {"truncated-tail",
         "The file has " + std::to_string(record.present) + " of the record's " +
             std::to_string(record.size) + " bytes" +
             (record.cut.empty() ? "." : " and lacks " + listSections(record.cut) + ".")});
  if (!record.lost.empty())
    out.push_back({"header-incomplete", "The pointers do not lead to " + listSections(record.lost) +
                                            ", and nothing else does."});
  std::size_t end = record.size;
  for (const auto& [id, section] : record.sections)
    end = std::max(end, section.offset + section.data.size);
  if (record.size > 0 && end < record.present)
    out.push_back({"trailing-bytes", std::to_string(record.present - end) +
                                         " bytes after the end of the record were not read."});
  return out;
}

}  // namespace ecg::scp
