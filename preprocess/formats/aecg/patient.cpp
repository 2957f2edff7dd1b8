#include "preprocess/formats/aecg/notes.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/timestamp.h"

namespace ecg::aecg {
namespace {

std::string attributeOf(xml::Element element, const char* name) {
  return std::string(text::trim(element.attribute(name).value_or("")));
}

/// A person's name: its parts in the order that they are spoken, or its own text.
std::string nameOf(xml::Element name) {
  std::string out;
  for (const char* part : {"prefix", "given", "family", "suffix"})
    for (const xml::Element& each : name.children(part))
      if (const std::string word = each.text(); !word.empty())
        out += (out.empty() ? "" : " ") + word;
  return out.empty() ? name.text() : out;
}

/// The time of an act, a point or the beginning of a period.
std::string timeOf(xml::Element time) {
  for (const char* name : {"low", "center"})
    if (const std::string at = attributeOf(time.child(name), "value"); !at.empty())
      return xml::isoTime(at);
  return xml::isoTime(attributeOf(time, "value"));
}

/// The reported age (LOINC 21612-7): a plain number is years.
std::string ageOf(xml::Element root) {
  for (const xml::Element& each : root.findAll("relatedObservation")) {
    if (codeOf(each) != "21612-7") continue;
    const std::string unit = attributeOf(each.child("value"), "unit");
    const std::string age = attributeOf(each.child("value"), "value");
    return age.empty() || unit.empty() || unit == "a" ? age : age + " " + unit;
  }
  return "";
}

}  // namespace

Patient readPatient(xml::Element root, xml::Element series) {
  Patient patient;
  const xml::Element subject = root.find("trialSubject");
  const xml::Element person = subject.child("subjectDemographicPerson");
  patient.id = attributeOf(subject.child("id"), "extension");
  patient.name = nameOf(person.child("name"));
  patient.birthDate = xml::isoTime(attributeOf(person.child("birthTime"), "value"));
  patient.sex = attributeOf(person.child("administrativeGenderCode"), "code");
  patient.age = ageOf(root);
  patient.recordedAt = timeOf(series.child("effectiveTime"));
  if (patient.recordedAt.empty()) patient.recordedAt = timeOf(root.child("effectiveTime"));
  for (const xml::Element& comment : root.findAll("subjectFindingComment"))
    if (const std::string text = comment.child("text").text(); !text.empty())
      patient.comments.push_back(text);
  return patient;
}

}  // namespace ecg::aecg
