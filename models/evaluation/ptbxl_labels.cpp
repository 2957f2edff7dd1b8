#include "models/evaluation/ptbxl_labels.h"

#include <algorithm>
#include <map>
#include <optional>

#include "models/error.h"
#include "models/evaluation/ptbxl_codes.h"
#include "models/evaluation/recording_name.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr double fairlySure = 50;

std::optional<std::size_t> column(const std::vector<std::string>& header, std::string_view name) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

/// The mapped labels, in the order of the table of codes, and where each is.
struct Columns {
  std::vector<std::string> labels;
  std::map<std::string_view, std::size_t> places;

  Columns() {
    for (const ScpMeaning& meaning : scpMeanings())
      for (const std::string_view label : meaning.present)
        if (places.emplace(label, labels.size()).second) labels.emplace_back(label);
  }
};

const ScpMeaning* meaningOf(const std::string& code) {
  for (const ScpMeaning& meaning : scpMeanings())
    if (meaning.code == code) return &meaning;
  return nullptr;
}

std::vector<Outcome> outcomesOf(const std::vector<ScpCode>& codes, const Columns& columns) {
  std::vector<Outcome> out(columns.labels.size(), Outcome::absent);
  const auto open = [&](std::string_view label) {
    const auto place = columns.places.find(label);
    if (place != columns.places.end() && out[place->second] != Outcome::present)
      out[place->second] = Outcome::unknown;
  };
  bool rhythm = false;
  for (const ScpCode& code : codes) {
    const ScpMeaning* meaning = meaningOf(code.code);
    if (meaning == nullptr) continue;
    rhythm = rhythm || meaning->rhythm;
    const bool doubted = code.likelihood > 0 && code.likelihood < fairlySure;
    for (const std::string_view label : meaning->present) {
      if (doubted)
        open(label);
      else
        out[columns.places.at(label)] = Outcome::present;
    }
    for (const std::string_view label : meaning->open) open(label);
  }
  if (!rhythm) open("SINUS RHYTHM");
  return out;
}

std::vector<std::string> namesOf(const std::string& high, const std::string& low) {
  std::vector<std::string> out;
  for (const std::string& name : {high, low, baseName(high), baseName(low)})
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  return out;
}

}  // namespace

bool isPtbxlHeader(const std::vector<std::string>& header) {
  return column(header, "ecg_id") && column(header, "scp_codes") &&
         column(header, "filename_lr") && column(header, "filename_hr");
}

LabelTable readPtbxlRows(const std::vector<std::string>& header, CsvReader& reader) {
  const std::size_t codesAt = *column(header, "scp_codes");
  const std::size_t highAt = *column(header, "filename_hr");
  const std::size_t lowAt = *column(header, "filename_lr");
  const Columns columns;
  LabelTable table;
  table.format = "ptb-xl";
  table.labels = columns.labels;
  std::vector<std::string> cells;
  while (reader.next(cells)) {
    const std::string line = "Line " + std::to_string(reader.line()) + " of the label table";
    if (reader.openQuote())
      throw ModelError("open-quote", line + " opens a quote that is never closed: close it.");
    const auto refuse = [&](const std::string& why) {
      const std::string name = highAt < cells.size() ? cells[highAt] : "";
      table.problems.push_back({"bad-row", line + " " + why + ": it is left out.", name, ""});
    };
    if (cells.size() != header.size()) {
      refuse("has " + std::to_string(cells.size()) + " cells where its header has " +
             std::to_string(header.size()));
      continue;
    }
    LabelRow row;
    row.names = namesOf(cells[highAt], cells[lowAt]);
    const auto codes = parseScpCodes(cells[codesAt]);
    if (row.names.empty()) {
      refuse("names no recording");
    } else if (!codes) {
      refuse("has " + quote(cells[codesAt]) + " for SCP codes, which is no dictionary of them");
    } else {
      row.outcomes = outcomesOf(*codes, columns);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace founder
