#include <set>

#include "preprocess/formats/aecg/notes.h"
#include "preprocess/formats/text.h"

namespace ecg::aecg {
namespace {

/// What a value says to people: the lines of its text, or the name of its code.
std::vector<std::string> linesOf(xml::Element value) {
  std::vector<std::string> lines = value.lines();
  for (const char* name : {"displayName", "code"}) {
    if (!lines.empty()) break;
    const std::string words = value.attribute(name).value_or("");
    if (const auto word = text::trim(words); !word.empty()) lines.emplace_back(word);
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
    for (std::string& line : linesOf(annotation.child("value"))) {
      if (code == "MDC_ECG_INTERPRETATION_COMMENT")
        all.comments.push_back(std::move(line));
      else if (known.insert(line).second)
        all.statements.push_back(std::move(line));
    }
  }
  return all;
}

}  // namespace ecg::aecg
