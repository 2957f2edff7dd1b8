#include <doctest/doctest.h>

#include "preprocess/leads/names.h"

TEST_CASE("lead names in every spelling") {
  using ecg::canonicalLeadName;
  for (const char* spelling : {"I", "i", "Lead I", "LEAD_I", "ECG I", "MDC_ECG_LEAD_I",
                               "Lead I (Einthoven)", " I ", "EKG I", "lead-I", "ECG Lead I"})
    CHECK(canonicalLeadName(spelling) == "I");
  for (const char* spelling : {"aVR", "AVR", "avr", "MDC_ECG_LEAD_AVR", "Lead aVR", "ECG aVR"})
    CHECK(canonicalLeadName(spelling) == "aVR");
  for (const char* spelling : {"aVR-Ref", "ECG aVR-Ref", "EKG aVR-REF"})
    CHECK(canonicalLeadName(spelling) == "aVR");
  CHECK(canonicalLeadName("v6") == "V6");
  CHECK(canonicalLeadName("-AVR") == "-aVR");
}

TEST_CASE("a name that is no standard lead is never given another's") {
  using ecg::canonicalLeadName;
  for (const char* name :
       {"MLII", "ECG", "V", "ECG 1", "PLETH", "IV", "vx", "Lead", "-Ref", "C3-Ref", "I-II"})
    CHECK(canonicalLeadName(name) == name);
  CHECK_FALSE(ecg::isStandardLead("MLII"));
  CHECK(ecg::isStandardLead("aVF"));
}
