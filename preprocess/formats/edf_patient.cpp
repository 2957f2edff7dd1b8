#include "preprocess/formats/edf_patient.h"

#include <algorithm>
#include <array>

#include "preprocess/formats/text.h"

namespace ecg::edf {
namespace {

std::vector<std::string_view> subfields(std::string_view field) {
  std::vector<std::string_view> parts;
  while (!(field = text::trim(field)).empty()) {
    const std::size_t end = std::min(field.size(), field.find(' '));
    parts.push_back(field.substr(0, end));
    field.remove_prefix(end);
  }
  return parts;
}

/// A subfield of EDF+: X is unknown, underscores stand for blanks.
std::string subfield(const std::vector<std::string_view>& parts, std::size_t index) {
  if (index >= parts.size() || parts[index] == "X") return "";
  std::string out = text::utf8(parts[index]);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

/// `dd?mm?yy` as its three numbers' digits, each in range; empty where it is anything else.
std::vector<std::string> triple(std::string_view field, std::array<int, 3> largest) {
  std::vector<std::string> out;
  if (field.size() != 8) return {};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string_view digits = field.substr(3 * i, 2);
    for (char c : digits)
      if (c < '0' || c > '9') return {};
    if ((digits[0] - '0') * 10 + digits[1] - '0' > largest[i]) return {};
    out.emplace_back(digits);
  }
  return out;
}

/// `02-MAR-2002` as `2002-03-02`; as it stands where it is anything else.
std::string isoDate(const std::string& date) {
  static constexpr std::array<std::string_view, 12> months = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (date.size() != 11 || date[2] != '-' || date[6] != '-') return date;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (text::lower(date.substr(3, 3)) != months[i]) continue;
    const std::string month = (i < 9 ? "0" : "") + std::to_string(i + 1);
    return sentence({date.substr(7), "-", month, "-", date.substr(0, 2)});
  }
  return date;
}

std::string startedAt(const Header& header, const std::string& plusDate) {
  std::string date = isoDate(plusDate);
  const auto day = triple(header.startDate, {31, 12, 99});
  // Two-digit years are 1985 to 2084 (the EDF+ clipping date).
  if (date.empty() && !day.empty())
    date = sentence({(day[2] >= "85" ? "19" : "20"), day[2], "-", day[1], "-", day[0]});
  const auto time = triple(header.startTime, {23, 59, 60});
  if (date.empty() || time.empty()) return date;
  return sentence({date, "T", time[0], ":", time[1], ":", time[2]});
}

}  // namespace

Patient readPatient(const Header& header) {
  Patient patient;
  if (!header.plus) {
    patient.id = text::utf8(header.patient);
    if (!header.recording.empty()) patient.comments.push_back(text::utf8(header.recording));
    patient.recordedAt = startedAt(header, "");
    return patient;
  }
  const auto who = subfields(header.patient);
  patient.id = subfield(who, 0);
  patient.sex = subfield(who, 1);
  patient.birthDate = isoDate(subfield(who, 2));
  patient.name = subfield(who, 3);
  for (std::size_t i = 4; i < who.size(); ++i) patient.comments.push_back(subfield(who, i));
  const auto what = subfields(header.recording);
  const bool dated = !what.empty() && what[0] == "Startdate";
  patient.recordedAt = startedAt(header, dated ? subfield(what, 1) : "");
  for (std::size_t i = dated ? 2 : 0; i < what.size(); ++i)
    if (const std::string part = subfield(what, i); !part.empty()) patient.comments.push_back(part);
  return patient;
}

}  // namespace ecg::edf
