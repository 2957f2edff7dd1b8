#include "preprocess/formats/muse/patient.h"

#include "preprocess/formats/text.h"

namespace ecg::muse {
namespace {

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + " " + b;
}

bool isDate(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 2 || i == 5 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

/// 2009-12-31 for 12-31-2009; anything else as it is.
std::string isoDate(const std::string& text) {
  return isDate(text) ? text.substr(6) + "-" + text.substr(0, 5) : text;
}

std::vector<std::string> statementsIn(const xml::Element& diagnosis) {
  std::vector<std::string> lines;
  std::string line;
  for (const xml::Element& statement : diagnosis.children("DiagnosisStatement")) {
    line = joined(line, statement.child("StmtText").text());
    bool ends = false;
    for (const xml::Element& flag : statement.children("StmtFlag"))
      ends |= text::lower(flag.text()) == "endsline";
    if (!ends) continue;
    if (!line.empty()) lines.push_back(line);
    line.clear();
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace

Patient readPatient(const xml::Element& root) {
  const xml::Element who = root.child("PatientDemographics"), test = root.child("TestDemographics");
  Patient patient;
  patient.id = who.child("PatientID").text();
  patient.name =
      joined(who.child("PatientFirstName").text(), who.child("PatientLastName").text());
  patient.birthDate = isoDate(who.child("DateofBirth").text());
  patient.age =
      joined(who.child("PatientAge").text(), text::lower(who.child("AgeUnits").text()));
  patient.sex = who.child("Gender").text();
  const std::string time = test.child("AcquisitionTime").text();
  patient.recordedAt = isoDate(test.child("AcquisitionDate").text());
  if (!time.empty()) patient.recordedAt += (patient.recordedAt.empty() ? "" : "T") + time;
  return patient;
}

std::vector<std::string> readStatements(const xml::Element& root) {
  const auto confirmed = statementsIn(root.child("Diagnosis"));
  return confirmed.empty() ? statementsIn(root.child("OriginalDiagnosis")) : confirmed;
}

bool isSignature(std::string_view statement) {
  const std::string line = text::lower(statement);
  for (const std::string_view by : {"confirmed by", "referred by", "reviewed by", "edited by",
                                    "overread by", "electronically signed by"})
    if (line.find(by) != std::string::npos) return true;
  return false;
}

}  // namespace ecg::muse
