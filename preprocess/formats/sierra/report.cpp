#include "preprocess/formats/sierra/report.h"

#include "preprocess/formats/text.h"

namespace ecg::sierra {
namespace {

/// An element's text; empty where it was blotted out.
std::string textOf(const xml::Element& element) {
  const std::string text = element.text();
  return text.find_first_not_of('-') == std::string::npos ? "" : text;
}

std::string joined(const std::string& a, const char* between, const std::string& b) {
  return a.empty() ? b : b.empty() ? a : a + between + b;
}

std::string ageOf(const xml::Element& age) {
  for (const char* unit : {"years", "months", "weeks", "days"}) {
    const std::string value = textOf(age.child(unit));
    if (!value.empty()) return std::string(unit) == "years" ? value : value + " " + unit;
  }
  return "";
}

std::string sexOf(const std::string& stored) {
  const std::string sex = text::lower(stored);
  return sex == "male" ? "M" : sex == "female" ? "F" : stored;
}

}  // namespace

Patient readPatient(const xml::Element& root) {
  const xml::Element who = root.at("patient/generalpatientdata");
  const xml::Element taken = root.child("dataacquisition");
  Patient patient;
  patient.id = textOf(who.child("patientid"));
  if (patient.id.empty()) patient.id = textOf(who.child("MRN"));
  const xml::Element name = who.child("name");
  patient.name =
      joined(joined(textOf(name.child("firstname")), " ", textOf(name.child("middlename"))), " ",
             textOf(name.child("lastname")));
  patient.birthDate = textOf(who.at("age/dateofbirth"));
  patient.age = ageOf(who.child("age"));
  patient.sex = sexOf(textOf(who.child("sex")));
  patient.recordedAt =
      joined(taken.attribute("date").value_or(""), "T", taken.attribute("time").value_or(""));
  const std::string reason = textOf(root.at("orderinfo/reasonfororder"));
  if (!reason.empty()) patient.comments.push_back(reason);
  return patient;
}

std::vector<std::string> readInterpretation(const xml::Element& root,
                                            std::vector<std::string>& comments) {
  std::vector<std::string> lines;
  for (const xml::Element& each : root.child("interpretations").children("interpretation")) {
    const std::string signature = textOf(each.child("mdsignatureline"));
    if (!signature.empty()) comments.push_back(signature);
    const std::string severity = textOf(each.child("severity"));
    if (!severity.empty()) lines.push_back(severity);
    for (const xml::Element& statement : each.children("statement")) {
      const std::string line = joined(textOf(statement.child("leftstatement")), "; ",
                                      textOf(statement.child("rightstatement")));
      if (!line.empty()) lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace ecg::sierra
