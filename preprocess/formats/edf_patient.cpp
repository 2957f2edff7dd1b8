#include "preprocess/formats/edf_patient.h"

#include <algorithm>
#include <string_view>

#include "preprocess/formats/text.h"

namespace ecg::edf {
namespace {

std::string known(std::string_view field) {
  if (field == "X") return "";
  std::string value(field);
  std::replace(value.begin(), value.end(), '_', ' ');
  return value;
}

/// `dd.mm.yy` and `hh.mm.ss`, the years 85 to 99 being 1985 to 1999 (EDF, 1992).
std::string recordedAt(std::string_view date, std::string_view time) {
  const auto parts = [](std::string_view text) {
    return text.size() == 8 && text::isDigits(text.substr(0, 2)) &&
           text::isDigits(text.substr(3, 2)) && text::isDigits(text.substr(6, 2));
  };
  if (!parts(date) || !parts(time) || date == "01.01.85") return "";
  const std::string century = date.substr(6, 2) >= "85" ? "19" : "20";
  const auto two = [](std::string_view text, std::size_t at) {
    return std::string(text.substr(at, 2));
  };
  return century + two(date, 6) + "-" + two(date, 3) + "-" + two(date, 0) + "T" + two(time, 0) +
         ":" + two(time, 3) + ":" + two(time, 6);
}

}  // namespace

Patient patientOf(const Header& header) {
  Patient patient;
  patient.recordedAt = recordedAt(header.startDate, header.startTime);
  std::string_view rest = header.patient;
  if (header.plus) {
    patient.id = known(text::takeField(rest));
    patient.sex = known(text::takeField(rest));
    patient.birthDate = known(text::takeField(rest));
    patient.name = known(text::takeField(rest));
  } else if (rest != "X X X X") {
    patient.name = std::string(rest);
  }
  return patient;
}

}  // namespace ecg::edf
