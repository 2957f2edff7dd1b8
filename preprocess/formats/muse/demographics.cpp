#include "preprocess/formats/muse/demographics.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::muse {
namespace {

/// "MM-DD-YYYY" or "MM/DD/YYYY" as "YYYY-MM-DD".
std::string isoDate(const std::string& stored) {
  if (stored.size() != 10) return stored;
  for (std::size_t i = 0; i < 10; ++i) {
    const bool mark = i == 2 || i == 5;
    if (mark ? stored[i] != '-' && stored[i] != '/' : stored[i] < '0' || stored[i] > '9')
      return stored;
  }
  const std::string month = stored.substr(0, 2), day = stored.substr(3, 2);
  if (month < "01" || month > "12" || day < "01" || day > "31") return stored;
  return sentence({stored.substr(6), "-", month, "-", day});
}

std::string joined(const std::string& a, const char* between, const std::string& b) {
  return a.empty() ? b : b.empty() ? a : a + between + b;
}

std::string sexOf(const std::string& stored) {
  const std::string sex = text::lower(stored);
  return sex == "male" ? "M" : sex == "female" ? "F" : stored;
}

std::string ageOf(const xml::Element& who) {
  const std::string age = who.child("PatientAge").text();
  const std::string unit = text::lower(who.child("AgeUnits").text());
  return age.empty() || unit == "years" ? age : joined(age, " ", unit);
}

std::vector<std::string> linesOf(const xml::Element& diagnosis) {
  std::vector<std::string> lines;
  bool open = false;
  for (const xml::Element& statement : diagnosis.children("DiagnosisStatement")) {
    const std::string words = statement.child("StmtText").text();
    if (open && !words.empty()) lines.back() += " " + words;
    if (!open && !words.empty()) lines.push_back(words);
    open = open || !words.empty();
    for (const xml::Element& flag : statement.children("StmtFlag"))
      if (flag.text() == "ENDSLINE") open = false;
  }
  return lines;
}

bool namesClinician(const std::string& line) {
  const std::string lower = text::lower(line);
  for (const char* words : {"confirmed by", "referred by", "reviewed by", "electronically signed",
                            "overread by", "edited by"})
    if (lower.find(words) != std::string::npos) return true;
  return false;
}

}  // namespace

Patient readPatient(const xml::Element& root) {
  const xml::Element who = root.child("PatientDemographics"), test = root.child("TestDemographics");
  Patient patient;
  patient.id = who.child("PatientID").text();
  patient.name =
      joined(who.child("PatientFirstName").text(), " ", who.child("PatientLastName").text());
  patient.birthDate = isoDate(who.child("DateofBirth").text());
  patient.age = ageOf(who);
  patient.sex = sexOf(who.child("Gender").text());
  patient.recordedAt = joined(isoDate(test.child("AcquisitionDate").text()), "T",
                              test.child("AcquisitionTime").text());
  const std::string reason = test.child("TestReason").text();
  if (!reason.empty()) patient.comments.push_back(reason);
  return patient;
}

std::vector<std::string> readDiagnosis(const xml::Element& root,
                                       std::vector<std::string>& comments) {
  std::vector<std::string> lines;
  for (const std::string& line : linesOf(root.child("Diagnosis")))
    (namesClinician(line) ? comments : lines).push_back(line);
  std::vector<std::string> original;
  for (const std::string& line : linesOf(root.child("OriginalDiagnosis")))
    if (!namesClinician(line)) original.push_back(line);
  if (original == lines) return lines;
  const std::string before = lines.empty() ? "" : "Before editing: ";
  for (const std::string& line : original) lines.push_back(before + line);
  return lines;
}

}  // namespace ecg::muse
