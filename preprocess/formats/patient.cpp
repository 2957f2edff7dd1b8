#include "preprocess/formats/patient.h"

#include <algorithm>
#include <initializer_list>

#include "preprocess/formats/text.h"

namespace ecg {
namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A sex and no more of a field; empty where it begins with none.
std::string onlySex(const std::string& stored) {
  const std::string_view trimmed = text::trim(stored);
  const std::string first = canonicalSex(std::string(trimmed.substr(0, trimmed.find(' '))));
  const std::string word = text::lower(first);
  const bool known = isOneOf(word, {"m", "f", "o", "u", "x", "n", "un", "other", "unknown"});
  return known ? first : "";
}

/// An age and no more of a field, "90+" from 90 years on; empty where it is none.
std::string onlyAge(const std::string& stored) {
  constexpr std::size_t mostDigits = 3;
  const std::string_view trimmed = text::trim(stored);
  const std::string_view number = trimmed.substr(0, trimmed.find_first_not_of("0123456789"));
  if (number.empty() || number.size() > mostDigits) return "";
  const std::string_view rest = text::trim(trimmed.substr(number.size()));
  const std::string unit = text::lower(rest.substr(0, rest.find(' ')));
  if (isOneOf(unit, {"months", "weeks", "days", "hours", "mo", "wk", "d", "h"}))
    return sentence({std::string(number), " ", unit});
  return std::stoi(std::string(number)) >= 90 ? "90+" : std::string(number);
}

}  // namespace

std::string canonicalSex(const std::string& stored) {
  const std::string word = text::lower(text::trim(stored));
  if (word == "m" || word == "male") return "M";
  return word == "f" || word == "female" ? "F" : stored;
}

void deidentify(Patient& patient) {
  Patient kept;
  kept.age = onlyAge(patient.age);
  kept.sex = onlySex(patient.sex);
  patient = std::move(kept);
}

}  // namespace ecg
