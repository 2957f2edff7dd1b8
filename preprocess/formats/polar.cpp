#include "preprocess/formats/polar.h"

#include <algorithm>

#include "preprocess/formats/csv.h"
#include "preprocess/formats/csv_clock.h"
#include "preprocess/formats/csv_layout.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg {
namespace polar {
namespace {

using Cells = std::vector<std::string_view>;

enum class App { none, sensorLogger, ecgLogger };

constexpr std::size_t longestLook = 4096;

bool contains(const Cells& cells, std::string_view name) {
  return std::any_of(cells.begin(), cells.end(),
                     [&](std::string_view cell) { return text::lower(cell) == name; });
}

bool isVoltageColumn(std::string_view cell) {
  const csv::Heading heading = csv::parseHeading(cell);
  return text::lower(heading.name) == "ecg" && voltageUnitsPerMillivolt(heading.unit);
}

bool isSensorLogger(std::string_view heading) {
  Cells cells;
  return csv::splitCells(heading, ';', cells) == csv::Split::ok &&
         contains(cells, "sensor timestamp [ns]") &&
         std::any_of(cells.begin(), cells.end(), isVoltageColumn);
}

/// Nanoseconds of this century since 1970 or, as Polar counts, since 2000.
bool isNanoseconds(std::string_view cell) {
  return (cell.size() == 18 || cell.size() == 19) &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// True where the first rows have nanoseconds and, among them, a sample with a fraction: whole
/// numbers might be uV.
bool hasEcgLoggerRows(csv::Lines lines) {
  Cells cells;
  std::string_view line;
  bool fraction = false;
  for (int row = 0; row < 16 && lines.next(line); ++row) {
    // The last line may be cut.
    if (csv::splitCells(line, ',', cells) != csv::Split::ok || cells.size() < 2) break;
    if (!isNanoseconds(cells[0])) return false;
    const auto sample = parseDecimal(cells[1]);
    fraction = fraction || (sample && sample->mark == DecimalMark::point);
  }
  return fraction;
}

bool isEcgLogger(std::string_view heading, const csv::Lines& rows) {
  Cells cells;
  return csv::splitCells(heading, ',', cells) == csv::Split::ok &&
         cells == Cells{"time", "ecg", "hr", "rr"} && hasEcgLoggerRows(rows);
}

App appOf(ByteView bytes) {
  csv::Lines lines(text::view(bytes).substr(0, longestLook));
  std::string_view heading;
  if (!lines.next(heading)) return App::none;
  if (isSensorLogger(heading)) return App::sensorLogger;
  return isEcgLogger(heading, lines) ? App::ecgLogger : App::none;
}

Match sniff(ByteView bytes) { return appOf(bytes) == App::none ? Match::none : Match::certain; }

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

/// Fills in the units that ECG Logger leaves unsaid.
void addUnits(csv::Layout& layout) {
  for (csv::Column& column : layout.columns) {
    if (column.role == csv::Role::time) column.secondsPerUnit = 1e-9;
    if (column.role != csv::Role::lead) continue;
    column.heading.unit = "mV";
    column.heading.hasUnit = true;
    column.unitsPerMillivolt = 1;
  }
  say(layout.diagnostics, "unit-by-format",
      {"The file does not say its units; ECG Logger writes the times in "
       "ns and the samples in mV."});
}

/// The phone's time of the first row, in a column that the CSV reader leaves out.
std::string phoneTime(const csv::Layout& layout) {
  csv::Lines lines = layout.data;
  std::string_view line;
  Cells cells;
  if (!lines.next(line) || csv::splitCells(line, layout.delimiter, cells) != csv::Split::ok)
    return "";
  return csv::hasDate(cells[0]) ? text::utf8(cells[0]) : "";
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Polar recordings");
  csv::Layout layout = csv::readLayout(file.name, text::view(file.bytes), options);
  // Which columns an app has is known: what was left out needs no saying.
  layout.diagnostics.clear();
  if (appOf(file.bytes) == App::ecgLogger) addUnits(layout);
  const std::string recordedAt = phoneTime(layout);
  ReadResult result = csv::readRows(file.name, std::move(layout), options);
  result.patient.recordedAt = recordedAt;
  Recording& recording = result.recording;
  recording.format = "polar";
  recording.wearable = "chest strap";
  say(recording.diagnostics, "chest-strap-lead",
      {"The lead of a chest strap is not lead I of a standard ECG: its electrodes lie across the "
       "chest, and what a model that knows lead I makes of it is less sure."});
  return result;
}

}  // namespace
}  // namespace polar

const Format& polarFormat() {
  static const Format format = {"polar", polar::sniffSet, nullptr, polar::read};
  return format;
}

}  // namespace ecg
