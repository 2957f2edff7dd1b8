#include "preprocess/formats/aecg/notes.h"
#include "preprocess/formats/text.h"

namespace ecg::aecg {
namespace {

constexpr std::string_view filterMark = "ATTR_FILTER_";

/// The end of an MDC code in words: LOW_PASS -> "low pass".
std::string wordsOf(std::string_view code) {
  std::string words = text::lower(code.substr(code.find(filterMark) + filterMark.size()));
  for (char& c : words)
    if (c == '_') c = ' ';
  return words.size() > 24 ? words.substr(0, 24) : words;
}

bool isOff(const std::string& description) {
  const std::string word = text::lower(description);
  return word == "off" || word == "none" || word == "no" || word == "disabled";
}

/// One filter: "low pass 150 Hz (FIR)"; empty where it says that it is off.
std::string describe(xml::Element filter) {
  std::string frequency, kind;
  const auto note = [&](xml::Element value) {
    const std::string number(text::trim(value.attribute("value").value_or("")));
    if (number == "0") return false;
    if (!number.empty()) {
      frequency +=
          " " + number.substr(0, 12) + " " + value.attribute("unit").value_or("Hz").substr(0, 4);
    } else if (const std::string words = value.text(); !words.empty()) {
      if (isOff(words)) return false;
      kind += (kind.empty() ? "" : ", ") + text::utf8(words.substr(0, 40));
    }
    return true;
  };
  if (!note(filter.child("value"))) return "";
  for (const xml::Element& part : related(filter, "component", "controlVariable"))
    if (!note(part.child("value"))) return "";
  return sentence(
      {wordsOf(codeOf(filter)), text::utf8(frequency), (kind.empty() ? "" : " (" + kind + ")")});
}

std::string filtersOf(xml::Element series) {
  std::string out;
  for (const xml::Element& filter : related(series, "controlVariable", "controlVariable")) {
    if (codeOf(filter).find(filterMark) == std::string::npos) continue;
    const std::string one = describe(filter);
    if (!one.empty()) out += (out.empty() ? "" : ", ") + one;
  }
  return out;
}

}  // namespace

std::string filtersOf(xml::Element root, const SequenceSet& set) {
  std::string filters = filtersOf(set.series);
  if (set.derived)
    for (const xml::Element& series : root.findAll("series"))
      if (const std::string more = filtersOf(series); filters.empty()) filters = more;
  return filters;
}

}  // namespace ecg::aecg
