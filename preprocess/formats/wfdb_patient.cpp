#include "preprocess/formats/wfdb_patient.h"

#include <algorithm>
#include <string_view>

#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_text.h"

namespace ecg::wfdb {
namespace {

bool saysNothing(std::string_view value) {
  const std::string text = text::lower(value);
  return text.empty() || text == "nan" || text == "n/a" || text == "na" || text == "unknown" ||
         text == "?";
}

/// The value after `key:` or `<key>:` in a comment, up to the next key, empty where there is none.
std::string valueOf(std::string_view comment, std::string_view key) {
  const std::string text = text::lower(comment);
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '<' && text[at - 1] != '\t') continue;
    std::string_view rest = comment.substr(at + key.size());
    if (!rest.empty() && rest.front() == '>') rest.remove_prefix(1);
    rest = text::trim(rest);
    if (rest.empty() || rest.front() != ':') continue;
    rest = text::trim(rest.substr(1));
    rest = text::trim(rest.substr(0, std::min(rest.find("  "), rest.find_first_of("<\t"))));
    return saysNothing(rest) ? "" : std::string(rest);
  }
  return "";
}

}  // namespace

Patient patientOf(const Header& header) {
  Patient patient;
  patient.recordedAt = header.recordedAt;
  patient.comments = header.comments;
  for (const std::string& comment : header.comments) {
    if (patient.age.empty()) patient.age = valueOf(comment, "age");
    if (patient.sex.empty()) patient.sex = valueOf(comment, "sex");
  }
  return patient;
}

}  // namespace ecg::wfdb
