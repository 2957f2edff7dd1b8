#include <algorithm>
#include <set>

#include "preprocess/formats/aecg/notes.h"
#include "preprocess/formats/text.h"

namespace ecg::aecg {
namespace {

/// What a value says to people: its text, or the name of its code.
std::string wordsOf(xml::Element value) {
  const std::string words = value.text();
  if (!words.empty()) return words;
  for (const char* name : {"displayName", "code"})
    if (const auto words2 = value.attribute(name); words2 && !text::trim(*words2).empty())
      return *words2;
  return "";
}

/// Each line of a text that is not blank.
std::vector<std::string> linesOf(std::string_view words) {
  std::vector<std::string> lines;
  while (!words.empty()) {
    const std::size_t end = std::min(words.size(), words.find_first_of("\r\n"));
    if (const auto line = text::trim(words.substr(0, end)); !line.empty())
      lines.push_back(text::utf8(line));
    words.remove_prefix(std::min(words.size(), end + 1));
  }
  return lines;
}

bool startsWith(const std::string& text, std::string_view with) {
  return text.compare(0, with.size(), with) == 0;
}

}  // namespace

Annotations readAnnotations(xml::Element root) {
  Annotations all;
  std::set<std::string> known;
  for (const xml::Element& annotation : root.findAll("annotation")) {
    const std::string code = codeOf(annotation);
    const bool statement = startsWith(code, "MDC_ECG_INTERPRETATION") || code == "MDC_ECG_RHY";
    if (!statement) {
      ++all.others;
      continue;
    }
    for (std::string& line : linesOf(wordsOf(annotation.child("value")))) {
      if (code == "MDC_ECG_INTERPRETATION_COMMENT")
        all.comments.push_back(std::move(line));
      else if (known.insert(line).second)
        all.statements.push_back(std::move(line));
    }
  }
  return all;
}

}  // namespace ecg::aecg
