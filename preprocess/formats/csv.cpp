#include "preprocess/formats/csv.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/csv_layout.h"
#include "preprocess/formats/csv_rate.h"
#include "preprocess/formats/csv_sniff.h"
#include "preprocess/formats/csv_table.h"
#include "preprocess/formats/csv_time.h"
#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/likely_scale.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace csv {
namespace {

/// Applies the caller's unit to the columns that have none; a different one is refused where the
/// file leaves no room for it.
void applyUnits(const std::string& file, Layout& layout, const ReadOptions& options) {
  const auto& given = options.unitsPerMillivolt;
  if (!given) return;
  bool used = false;
  double said = 0;
  for (Column& column : layout.columns) {
    if (column.role != Role::lead && column.role != Role::first) continue;
    if (needsUnit(column)) {
      column.unitsPerMillivolt = *given;
      used = used || column.role == Role::lead;
    } else if (column.unitsPerMillivolt > 0) {
      said = column.unitsPerMillivolt;
    }
  }
  if (!used && said > 0 && said != *given)
    reject("unit-mismatch",
           {file, " says that it has ", text::number(said), " units per millivolt, but ",
            text::number(*given), " was given; leave unitsPerMillivolt out."});
}

/// Decides what an unnamed first column is: evenly spaced increasing numbers tell the time, and
/// those one apart only count.
void settleFirstColumn(Layout& layout, Table& table, Timing& timing) {
  Column& column = layout.columns[0];
  if (column.role != Role::first) return;
  const bool even = table.rows > 2 && timing.fault.empty() && timing.evenness >= 0.9;
  column.role = !even ? Role::lead : timing.step == 1 ? Role::counter : Role::time;
  if (even) {
    table.slots[0] = Table::none;
  } else {
    table.times.clear();
  }
}

/// The column that tells the time, or null. A counter that does not count is passed over.
const Column* timeColumn(const std::string& file, Layout& layout, Table& table, Timing& timing) {
  for (Column& column : layout.columns) {
    if (column.role == Role::lead || column.role == Role::skipped) continue;
    if (timing.fault.empty()) {
      // Whole numbers one apart without a unit are as likely a counter as a time.
      if (column.role == Role::time && column.secondsPerUnit == 0 && timing.step == 1)
        column.role = Role::counter;
      return &column;
    }
    if (column.role != Role::counter)
      reject("irregular-time", {file, " has no even sampling: ", timing.fault,
                                "; resample it, or remove its time column and give "
                                "samplingRate."});
    say(layout.diagnostics, "counter-ignored",
        {"The sample counter was not used: ", timing.fault, "."});
    break;
  }
  timing = {};
  timing.length = table.rows;
  return nullptr;
}

void nameLeads(const std::string& file, const std::vector<std::string>& names, Recording& recording,
               bool anyUnnamed) {
  auto& leads = recording.leads;
  if (!names.empty() && names.size() != leads.size())
    reject("leads-mismatch", {file, " has ", leads.size(), " leads, but ", names.size(),
                              " names were given; give one for each."});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = canonicalLeadName(names[i]);
    if (isStandardLead(leads[i].name) && name != leads[i].name)
      reject("leads-mismatch", {file, " names lead ", i + 1, " ", leads[i].name, ", but ", names[i],
                                " was given; leave the names out."});
    leads[i].name = name;
  }
  if (anyUnnamed && names.empty())
    say(recording.diagnostics, "lead-unnamed",
        {"The file does not name its leads; they are called by their columns. Give "
         "leads to name them."});
}

void makeLeads(const std::string& file, const Layout& layout, const ReadOptions& options,
               Recording& recording) {
  bool anyUnnamed = false;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Column& column = layout.columns[i];
    if (column.role != Role::lead) continue;
    Lead lead;
    lead.storedName = column.heading.stored;
    lead.name = canonicalLeadName(column.heading.name);
    if (lead.name.empty()) {
      lead.name = "col " + std::to_string(i + 1);
      anyUnnamed = true;
    }
    if (!needsUnit(column) && column.unitsPerMillivolt == 0) lead.unit = column.heading.unit;
    recording.leads.push_back(std::move(lead));
  }
  if (recording.leads.empty())
    reject("no-signal", {file,
                         " has no column of samples; check that the right file "
                         "was chosen."});
  nameLeads(file, options.leads, recording, anyUnnamed);
}

/// Moves the leads' samples together and opens the gaps.
void placeSamples(const std::string& file, Table& table, const Timing& timing,
                  Recording& recording) {
  checkFilledSize(file, table.rows, timing.filledLength, recording.leads.size());
  recording.length = timing.length;
  std::vector<float>& samples = table.samples;
  std::size_t lead = 0;
  for (std::size_t slot : table.slots) {
    if (slot == Table::none) continue;
    const auto from = samples.begin() + static_cast<std::ptrdiff_t>(slot * table.stride);
    std::copy(from, from + static_cast<std::ptrdiff_t>(table.rows),
              samples.begin() + static_cast<std::ptrdiff_t>(lead++ * table.rows));
  }
  samples.resize(lead * table.rows);
  if (timing.gaps.empty()) {
    recording.samples = std::move(samples);
    return;
  }
  recording.samples.assign(lead * timing.length, std::numeric_limits<float>::quiet_NaN());
  for (std::size_t l = 0; l < lead; ++l) {
    std::size_t row = 0, filled = 0;
    for (const Gap& gap : timing.gaps) {
      const std::size_t rows = gap.start - filled - row;
      std::copy_n(&samples[l * table.rows + row], rows, recording.lead(l) + row + filled);
      row += rows;
      filled += gap.count;
    }
    std::copy_n(&samples[l * table.rows + row], table.rows - row, recording.lead(l) + row + filled);
  }
}

/// What the columns whose unit is unsaid suggest by their spread.
std::string unitHint(const Layout& layout, const Table& table) {
  std::vector<float> unsaid;
  std::size_t leads = 0;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (table.slots[i] == Table::none || !needsUnit(layout.columns[i])) continue;
    const float* from = table.samples.data() + table.slots[i] * table.stride;
    unsaid.insert(unsaid.end(), from, from + table.rows);
    ++leads;
  }
  return likelyUnitHint(unsaid.data(), table.rows, leads);
}

/// Asks for everything that the file leaves unsaid, in one sentence.
void askForMissing(const std::string& file, const Layout& layout, const Table& table,
                   const Rate& rate) {
  const bool unit = std::any_of(layout.columns.begin(), layout.columns.end(), [](const Column& c) {
    return c.role == Role::lead && needsUnit(c) && c.unitsPerMillivolt == 0;
  });
  if (!unit && rate.hertz) return;
  askFor(file, {unit, !rate.hertz, unit ? unitHint(layout, table) : "",
                rate.hint.empty() ? "" : "; " + rate.hint, ""});
}

void reportRows(const Table& table, Recording& recording) {
  if (table.missing)
    say(recording.diagnostics, "missing-samples",
        {table.missing, (table.missing == 1 ? " sample is" : " samples are"),
         " missing from the file and NaN here."});
  if (table.trimmed)
    say(recording.diagnostics, "empty-rows",
        {table.trimmed, " empty rows at the end were left out."});
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pick(files);
  return readRows(file.name, readLayout(file.name, text::view(file.bytes), options), options);
}

}  // namespace

ReadResult readRows(const std::string& file, Layout layout, const ReadOptions& options) {
  checkOptions(file, options);
  applyUnits(file, layout, options);
  Table table = readTable(file, layout);
  Timing timing = analyseTimes(table.times);
  settleFirstColumn(layout, table, timing);
  const Column* column = timeColumn(file, layout, table, timing);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "csv";
  recording.diagnostics = layout.diagnostics;
  const Rate rate = settleRate(file, layout, column, timing, options, recording.diagnostics);
  askForMissing(file, layout, table, rate);
  recording.samplingRate = *rate.hertz;
  makeLeads(file, layout, options, recording);
  placeSamples(file, table, timing, recording);
  if (!timing.gaps.empty())
    recording.diagnostics.push_back(gapDiagnostic(timing.gaps, recording.samplingRate));
  reportRows(table, recording);
  reportDuplicateLeads(recording);
  result.patient.recordedAt = layout.firstTime;
  result.patient.comments = layout.comments;
  return result;
}

}  // namespace csv

const Format& csvFormat() {
  static const Format format = {"csv", csv::sniffSet, nullptr, csv::read};
  return format;
}

}  // namespace ecg
