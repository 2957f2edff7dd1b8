#include "preprocess/formats/arrays/facts.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::arrays {
namespace {

std::size_t closeness(const std::string& parent, const std::string& other) {
  std::size_t same = 0;
  while (same < parent.size() && same < other.size() && parent[same] == other[same]) ++same;
  // Of two that share as much the one that is less deep.
  return 1000 * same + (other.size() < 1000 ? 999 - other.size() : 0);
}

std::optional<double> rateOf(const Item& item) {
  double value = 0;
  if (item.isText()) {
    if (item.texts.size() != 1) return std::nullopt;
    std::string_view word = text::trim(item.texts[0]);
    const std::string lower = text::lower(word);
    for (std::string_view unit : {"hertz", "hz", "sps"})
      if (lower.size() > unit.size() &&
          lower.compare(lower.size() - unit.size(), unit.size(), unit) == 0) {
        word = text::trim(word.substr(0, word.size() - unit.size()));
        break;
      }
    const auto decimal = parseDecimal(word);
    if (!decimal) return std::nullopt;
    value = decimal->value;
  } else {
    if (item.numbers.size() == 0) return std::nullopt;
    value = item.numbers.at(0);
    for (std::size_t i = 1; i < item.numbers.size(); ++i)
      if (item.numbers.at(i) != value) return std::nullopt;
  }
  if (!(value >= 1 && value <= 1e6)) return std::nullopt;
  return value;
}

/// Names in one text: "I, II, V1".
std::vector<std::string> split(const std::string& list) {
  const char mark = list.find(',') != std::string::npos   ? ','
                    : list.find(';') != std::string::npos ? ';'
                                                          : ' ';
  std::vector<std::string> out;
  std::size_t from = 0;
  while (from <= list.size()) {
    const std::size_t to = std::min(list.find(mark, from), list.size());
    const auto name = text::trim(std::string_view(list).substr(from, to - from));
    if (!name.empty()) out.emplace_back(name);
    from = to + 1;
  }
  return out;
}

bool isStandard(const std::string& name) { return isStandardLead(canonicalLeadName(name)); }

bool anyStandard(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [](const auto& name) { return isStandard(name); });
}

bool fits(const std::vector<std::string>& names, const std::vector<std::size_t>& counts) {
  return std::find(counts.begin(), counts.end(), names.size()) != counts.end();
}

std::string firstText(const Item& item) {
  if (item.isText()) return item.texts[0];
  return item.numbers.size() == 1 ? text::number(item.numbers.at(0), 12) : "";
}

}  // namespace

std::vector<const Item*> closest(const Contents& contents, const std::string& parent,
                                 Meaning meaning) {
  std::vector<const Item*> found;
  std::size_t best = 0;
  for (const Item& item : contents.items) {
    if (item.meaning != meaning) continue;
    const std::size_t near = closeness(parent, item.parent);
    if (!found.empty() && near < best) continue;
    if (near > best) found.clear();
    best = near;
    found.push_back(&item);
  }
  return found;
}

std::optional<double> statedRate(const std::string& file, const Contents& contents,
                                 const std::string& parent) {
  std::optional<double> rate;
  for (const Item* item : closest(contents, parent, Meaning::rate)) {
    const auto value = rateOf(*item);
    if (!value) continue;
    if (rate && std::fabs(*rate / *value - 1) > 0.01)
      reject("rate-mismatch", {file, " has two sampling rates, ", text::number(*rate), " and ",
                               text::number(*value), " Hz; correct the wrong one."});
    if (!rate) rate = value;
  }
  return rate;
}

std::vector<std::string> statedUnits(const Contents& contents, const std::string& parent) {
  for (const Item* item : closest(contents, parent, Meaning::unit))
    if (item->isText()) return item->texts;
  return {};
}

std::vector<double> statedNumbers(const Contents& contents, const std::string& parent,
                                  Meaning meaning) {
  constexpr std::size_t most = 1024;
  std::vector<double> values;
  for (const Item* item : closest(contents, parent, meaning)) {
    if (item->isText() || item->numbers.size() > most) continue;
    for (std::size_t i = 0; i < item->numbers.size(); ++i) values.push_back(item->numbers.at(i));
    break;
  }
  return values;
}

std::vector<std::string> statedLeads(const Contents& contents, const std::string& parent,
                                     const std::vector<std::size_t>& counts) {
  for (const Meaning meaning : {Meaning::leadNames, Meaning::labels, Meaning::leadName})
    for (const Item* item : closest(contents, parent, meaning)) {
      if (!item->isText()) continue;
      for (const auto& names : {item->texts, split(item->texts[0])}) {
        // One label may be that of the recording, as in "labels": ["AF"].
        const bool sure = meaning == Meaning::leadNames || names.size() > 1 || anyStandard(names);
        if (sure && fits(names, counts) && (meaning != Meaning::labels || anyStandard(names)))
          return names;
        if (item->texts.size() > 1) break;
      }
    }
  return {};
}

Patient statedPatient(const Contents& contents) {
  Patient patient;
  const auto take = [](std::string& to, const Item& item) {
    if (to.empty()) to = text::utf8(text::trim(firstText(item)));
  };
  for (const Item& item : contents.items) {
    const std::string holder = text::lower(item.parent.substr(item.parent.rfind('.') + 1));
    const bool person = holder == "patient" || holder == "subject";
    switch (item.meaning) {
      case Meaning::age:
        take(patient.age, item);
        break;
      case Meaning::sex:
        take(patient.sex, item);
        break;
      case Meaning::patientId:
        take(patient.id, item);
        break;
      case Meaning::patientName:
        take(patient.name, item);
        break;
      case Meaning::birthDate:
        take(patient.birthDate, item);
        break;
      case Meaning::leadName:
        if (person) take(text::lower(item.name) == "name" ? patient.name : patient.id, item);
        break;
      default:
        break;
    }
  }
  return patient;
}

}  // namespace ecg::arrays
