#include "preprocess/formats/scp/scp.h"

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/scp/header.h"
#include "preprocess/formats/scp/leads.h"
#include "preprocess/formats/scp/rhythm.h"
#include "preprocess/formats/scp/sections.h"
#include "preprocess/formats/scp/statements.h"

namespace ecg {
namespace scp {
namespace {

constexpr int firstOfVersion3 = 12;
constexpr int longTermRhythm = 12;

std::vector<int> presentOf(const Record& record, int from, int to) {
  std::vector<int> ids;
  for (const auto& [id, section] : record.sections)
    if (id >= from && id <= to) ids.push_back(id);
  return ids;
}

void refuseWithoutRhythm(const Record& record) {
  const auto has = [&](int id) { return record.sections.count(id) != 0; };
  if (has(longTermRhythm) && !has(6))
    reject("unsupported-section", {record.file,
                                   " has its signal in section 12 only (long-term rhythm data of "
                                   "version 3), which cannot be read; export it as EDF."});
}

void reportLeads(const Leads& leads, Recording& recording) {
  std::string unknown;
  bool aligned = true;
  for (const LeadSpan& lead : leads.all) {
    if (!lead.known) unknown += (unknown.empty() ? "" : ", ") + lead.name;
    aligned = aligned && lead.first == leads.all.front().first;
  }
  if (!unknown.empty())
    say(recording.diagnostics, "unusual-lead",
        {"The standard has no name for the codes of these leads: ", unknown, "."});
  if (!leads.simultaneous && aligned && leads.all.size() > 1)
    say(recording.diagnostics, "not-simultaneous",
        {"The file does not say that all its leads were recorded at the same time."});
}

void reportUnread(const Record& record, Recording& recording) {
  std::vector<int> measured;
  for (const int id : {7, 9, 10})
    if (record.sections.count(id)) measured.push_back(id);
  if (!measured.empty())
    say(recording.diagnostics, "annotations",
        {"The device's measurements (", listSections(measured), ") were not read."});
  if (const auto others = presentOf(record, firstOfVersion3, 18); !others.empty())
    say(recording.diagnostics, "other-sections",
        {"What version 3 has in ", listSections(others), " was not read."});
}

ReadResult readSections(const Record& record, const ReadOptions& options) {
  refuseWithoutRhythm(record);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "scp";
  recording.diagnostics = recordDiagnostics(record);
  const Leads leads = readLeads(record);
  readRhythm(record, leads, options, recording);
  reportLeads(leads, recording);
  reportDuplicateLeads(recording);
  HeaderData header = readHeader(record);
  if (!header.complete)
    say(recording.diagnostics, "header-incomplete",
        {"Section 1, of the patient and the device, cannot be read to its "
         "end; fields may be missing."});
  reportFilters(header.filters, recording);
  reportUnread(record, recording);
  result.patient = std::move(header.patient);
  result.interpretation = readStatements(record);
  return result;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, scp::sniff, "SCP-ECG records");
  const Record record = readRecord(file);
  if (record.marked) return readSections(record, options);
  try {
    return readSections(record, options);
  } catch (const InputError& error) {
    if (error.code() != "bad-header" && error.code() != "truncated") throw;
    reject("nonstandard", {file.name,
                           " looks like SCP-ECG but does not keep to the standard, as "
                           "Healforce devices write it (the mark SCPECG is missing, and: ",
                           error.what(), ") Export it in another format."});
  }
}

Match sniffSet(const FileSet& files) { return sniffEach(files, scp::sniff); }

}  // namespace
}  // namespace scp

const Format& scpFormat() {
  static const Format format = {"scp", scp::sniffSet, nullptr, scp::read};
  return format;
}

}  // namespace ecg
