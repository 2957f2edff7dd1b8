#include "preprocess/formats/patient.h"

#include <doctest/doctest.h>

#include <string>

namespace {

ecg::Patient deidentified(const std::string& age, const std::string& sex) {
  ecg::Patient patient;
  patient.id = "1";
  patient.name = "A B";
  patient.birthDate = patient.recordedAt = "2000-01-01";
  patient.comments = {"Seen by C"};
  patient.age = age;
  patient.sex = sex;
  ecg::deidentify(patient);
  CHECK((patient.id + patient.name + patient.birthDate + patient.recordedAt).empty());
  CHECK(patient.comments.empty());
  return patient;
}

}  // namespace

TEST_CASE("patient: who it is goes, age and sex stay") {
  for (const auto& each : {std::pair("64", "64"),
                           {"89", "89"},
                           {"90", "90+"},
                           {"101 years", "90+"},
                           {"95Y", "90+"},
                           {"95 months", "95 months"},
                           {"", ""},
                           {"old", ""}})
    CHECK(deidentified(each.first, "").age == each.second);
  for (const auto& each :
       {std::pair("F", "F"), {"Male", "M"}, {"female", "F"}, {"O", "O"}, {"", ""}})
    CHECK(deidentified("", each.first).sex == each.second);
}

TEST_CASE("patient: what else stands in those fields goes too") {
  CHECK(deidentified("61 Jane Doe", "F Jane Doe").age == "61");
  CHECK(deidentified("61 Jane Doe", "F Jane Doe").sex == "F");
  CHECK(deidentified("19611231", "Jane").age.empty());
  CHECK(deidentified("61", "Jane").sex.empty());
}
