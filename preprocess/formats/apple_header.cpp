#include "preprocess/formats/apple_header.h"

#include <algorithm>
#include <utility>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::apple {
namespace {

constexpr std::size_t mostHeaderLines = 40;

constexpr std::pair<std::string_view, Field> words[] = {
    {"name", Field::name},
    {"date of birth", Field::birthDate},
    {"geburtstag", Field::birthDate},
    {"recorded date", Field::recordedDate},
    {"aufzeichnungsdatum", Field::recordedDate},
    {"classification", Field::classification},
    {"klassifizierung", Field::classification},
    {"symptoms", Field::symptoms},
    {"symptome", Field::symptoms},
    {"software version", Field::software},
    {"softwareversion", Field::software},
    {"device", Field::device},
    {"ger\xC3\xA4t", Field::device},
    {"sample rate", Field::rate},
    {"messrate", Field::rate},
    {"lead", Field::lead},
    {"ableitung", Field::lead},
    {"unit", Field::unit},
    {"einheit", Field::unit},
};

std::optional<Field> fieldOf(const std::string& word) {
  const std::string plain = text::lower(word);
  for (const auto& [known, field] : words)
    if (plain == known) return field;
  return std::nullopt;
}

std::string_view withoutQuotes(std::string_view cell) {
  cell = text::trim(cell);
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
    cell = text::trim(cell.substr(1, cell.size() - 2));
  return cell;
}

/// Parts a line at its first comma: the value may hold further ones, with or without quotes.
Entry parseEntry(std::string_view line, std::size_t number) {
  const std::size_t comma = std::min(line.size(), line.find(','));
  const std::string_view value = line.substr(std::min(line.size(), comma + 1));
  return {text::utf8(withoutQuotes(line.substr(0, comma))), text::utf8(withoutQuotes(value)),
          number};
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// `Watch5,1`, in every language.
bool isWatch(std::string_view value) {
  constexpr std::string_view watch = "Watch";
  return value.substr(0, watch.size()) == watch && value.size() > watch.size() &&
         isDigit(value[watch.size()]);
}

/// The number at the start of a value, and what follows it without blanks.
std::pair<std::string_view, std::string_view> splitQuantity(std::string_view value) {
  std::size_t end = 0;
  while (end < value.size() && (isDigit(value[end]) || value[end] == '.' || value[end] == ','))
    ++end;
  std::string_view unit = value.substr(end);
  // A space, a no-break space, or a narrow one.
  for (std::string_view blank : {" ", "\xC2\xA0", "\xE2\x80\xAF"})
    if (unit.substr(0, blank.size()) == blank) unit.remove_prefix(blank.size());
  return {value.substr(0, end), unit};
}

bool saysRateOrUnit(const Entry& entry) {
  return voltageUnitsPerMillivolt(entry.value) || parseRate(entry.value);
}

}  // namespace

std::string_view sampleCell(std::string_view line) {
  line = text::trim(line);
  if (!line.empty() && line.back() == ',') line.remove_suffix(1);
  return withoutQuotes(line);
}

Header readHeader(std::string_view text) {
  Header header;
  csv::Lines lines(text);
  std::string_view line;
  for (std::size_t i = 0; i < mostHeaderLines; ++i) {
    header.data = lines;
    if (!lines.next(line) || parseDecimal(sampleCell(line))) break;
    Entry entry = parseEntry(line, lines.number());
    const auto field = fieldOf(entry.word);
    if (!field) {
      if (!entry.word.empty()) header.unknown.push_back(std::move(entry));
    } else if (auto& slot = header.fields[static_cast<std::size_t>(*field)]; !slot) {
      slot = std::move(entry);
    }
  }
  return header;
}

bool isApple(const Header& header) {
  const auto known = std::count_if(header.fields.begin(), header.fields.end(),
                                   [](const auto& field) { return field.has_value(); });
  if (known >= 4 && (header[Field::rate] || header[Field::recordedDate])) return true;
  bool watch = false, quantity = false;
  for (const Entry& entry : header.unknown) {
    watch = watch || isWatch(entry.value);
    quantity = quantity || saysRateOrUnit(entry);
  }
  return watch && quantity;
}

std::optional<double> parseRate(std::string_view value) {
  const auto [number, unit] = splitQuantity(text::trim(value));
  const std::string plain = text::lower(unit);
  const auto rate = parseDecimal(number);
  if ((plain != "hertz" && plain != "hz") || !rate) return std::nullopt;
  if (!(rate->value >= 100 && rate->value <= 2000)) return std::nullopt;
  return rate->value;
}

}  // namespace ecg::apple
