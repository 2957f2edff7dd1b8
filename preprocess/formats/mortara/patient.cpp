#include "preprocess/formats/mortara/patient.h"

#include "preprocess/formats/mortara/channel.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/timestamp.h"

namespace ecg::mortara {
namespace {

/// The value of the first demographic field with one of these labels ("Last:").
std::string fieldOf(xml::Element root, std::initializer_list<const char*> labels) {
  for (const xml::Element& field : root.at("DEMOGRAPHIC_FIELDS").children("DEMOGRAPHIC_FIELD"))
    for (const char* label : labels)
      if (text::lower(attributeOf(field, "LABEL")) == label) return attributeOf(field, "VALUE");
  return "";
}

std::string firstOf(const std::string& one, const std::string& other) {
  return one.empty() ? other : one;
}

}  // namespace

Patient readPatient(xml::Element root) {
  const xml::Element subject = root.child("SUBJECT");
  Patient patient;
  const std::string first =
      firstOf(attributeOf(subject, "FIRST_NAME"), fieldOf(root, {"first:", "fname:"}));
  const std::string last =
      firstOf(attributeOf(subject, "LAST_NAME"), fieldOf(root, {"last:", "name:"}));
  patient.name = sentence({first, (first.empty() || last.empty() ? "" : " "), last});
  patient.id = firstOf(attributeOf(subject, "ID"), fieldOf(root, {"id:"}));
  patient.sex = firstOf(attributeOf(subject, "GENDER"), fieldOf(root, {"sex:", "sex"}));
  patient.birthDate = xml::isoTime(firstOf(attributeOf(subject, "DOB"), fieldOf(root, {"dob:"})));
  patient.age = firstOf(attributeOf(root, "AGE"), fieldOf(root, {"age:"}));
  const std::string unit = attributeOf(root, "AGE_UNITS");
  if (!patient.age.empty() && !unit.empty() && text::lower(unit).front() != 'y')
    patient.age += " " + unit;
  patient.recordedAt = xml::isoTime(attributeOf(root, "ACQUISITION_TIME"));
  if (const std::string comment = attributeOf(root, "COMMENT"); !comment.empty())
    patient.comments.push_back(comment);
  return patient;
}

std::vector<std::string> statements(xml::Element root) {
  std::vector<std::string> lines;
  for (const xml::Element& each : root.child("AUTOMATIC_INTERPRETATION").children("STATEMENT")) {
    const std::string words = attributeOf(each, "TEXT");
    const std::string reason = attributeOf(each, "REASON");
    if (!words.empty()) lines.push_back(words + (reason.empty() ? "" : " (" + reason + ")"));
  }
  return lines;
}

std::string filtersOf(xml::Element root) {
  const std::pair<const char*, const char*> names[] = {{"HIGH_PASS_FILTER", "high pass"},
                                                       {"LOW_PASS_FILTER", "low pass"},
                                                       {"NOTCH_FILTER", "notch"}};
  std::string out;
  for (const auto& [attribute, words] : names) {
    const std::string hertz = attributeOf(root.child("SOURCE"), attribute);
    if (hertz.empty() || hertz == "0") continue;
    out +=
        sentence({(out.empty() ? "" : ", "), std::string(words), " ", hertz.substr(0, 12), " Hz"});
  }
  return out;
}

}  // namespace ecg::mortara
