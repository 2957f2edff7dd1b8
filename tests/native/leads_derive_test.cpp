#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "preprocess/error.h"
#include "preprocess/leads/derive.h"
#include "preprocess/leads/names.h"
#include "tests/support/recordings.h"

namespace {

using ecg::testing::messageOf;
using ecg::testing::NamedLead;
using ecg::testing::recordingOf;
using ecg::testing::says;

// I = 0.5, II = 1.25 mV, so III = 0.75, aVR = -0.875, aVL = -0.125, aVF = 1.
constexpr float limb[6] = {0.5f, 1.25f, 0.75f, -0.875f, -0.125f, 1.0f};

std::vector<NamedLead> chestLeads() {
  std::vector<NamedLead> leads;
  for (int k = 1; k <= 6; ++k) leads.push_back({"V" + std::to_string(k), {float(k), float(k)}});
  return leads;
}

ecg::Recording withLimbLeads(std::vector<NamedLead> leads) {
  for (NamedLead& lead : chestLeads()) leads.push_back(lead);
  return recordingOf(leads);
}

std::size_t derivedLeads(const ecg::Recording& recording) {
  std::size_t count = 0;
  for (const auto& d : recording.diagnostics) count += d.code == "derived-lead";
  return count;
}

std::string sentenceOf(const ecg::Recording& recording, const std::string& wanted) {
  try {
    ecg::singleLead(recording, wanted);
  } catch (const ecg::InputError& error) {
    return error.code() + ": " + error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("any two of I, II and III give all six limb leads") {
  const int pairs[3][2] = {{0, 1}, {0, 2}, {1, 2}};
  for (const auto& pair : pairs) {
    std::vector<NamedLead> leads;
    for (int k : pair) leads.push_back({std::string(ecg::standardLeads[k]), {limb[k], -limb[k]}});
    const auto twelve = ecg::twelveLeads(withLimbLeads(leads));
    REQUIRE(twelve.leads.size() == 12);
    for (std::size_t l = 0; l < 12; ++l) CHECK(twelve.leads[l].name == ecg::standardLeads[l]);
    for (std::size_t l = 0; l < 6; ++l) {
      CHECK(twelve.lead(l)[0] == limb[l]);
      CHECK(twelve.lead(l)[1] == -limb[l]);
    }
    CHECK(twelve.lead(11)[0] == 6);
    CHECK(derivedLeads(twelve) == 4);
  }
}

TEST_CASE("stored leads are taken as they are, in the model's order, from any order") {
  std::vector<NamedLead> leads;
  for (int k : {5, 3, 0, 4, 2, 1})
    leads.push_back({std::string(ecg::standardLeads[k]), {limb[k] + 7, 0}});
  auto recording = withLimbLeads(leads);
  recording.diagnostics.push_back({"gap", "as the reader said"});
  const auto twelve = ecg::twelveLeads(recording);
  for (std::size_t l = 0; l < 6; ++l) CHECK(twelve.lead(l)[0] == limb[l] + 7);
  CHECK(derivedLeads(twelve) == 0);
  CHECK(twelve.diagnostics.size() == 1);
  CHECK(twelve.samplingRate == 500);
  CHECK(twelve.length == 2);
}

TEST_CASE("a Cabrera recording's -aVR is turned, and said") {
  const auto recording = withLimbLeads({{"aVL", {1, 1}},
                                        {"I", {1, 1}},
                                        {"-aVR", {3, 4}},
                                        {"II", {1, 1}},
                                        {"aVF", {1, 1}},
                                        {"III", {1, 1}}});
  const auto twelve = ecg::twelveLeads(recording);
  CHECK(twelve.lead(3)[0] == -3);
  CHECK(twelve.lead(3)[1] == -4);
  CHECK(says(twelve.diagnostics, "inverted-lead"));
  CHECK(derivedLeads(twelve) == 0);
}

TEST_CASE("a missing sample stays missing in what is derived from it") {
  const auto twelve = ecg::twelveLeads(withLimbLeads({{"I", {NAN, 1}}, {"II", {1, 2}}}));
  CHECK(std::isnan(twelve.lead(2)[0]));
  CHECK(twelve.lead(2)[1] == 1);
}

TEST_CASE("what cannot be derived is named, with what is there") {
  const auto recording = recordingOf({{"I", {0}}, {"V1", {0}}, {"V2", {0}}, {"II", {0}, "%"}});
  try {
    ecg::twelveLeads(recording);
    FAIL("twelveLeads invented leads");
  } catch (const ecg::InputError& error) {
    const std::string what = error.what();
    CHECK(error.code() == "missing-leads");
    CHECK(what.find("lacks II, III, aVR, aVL, aVF, V3, V4, V5, V6;") != std::string::npos);
    CHECK(what.find("its leads: I, V1, V2, II (%, not mV)") != std::string::npos);
  }
}

TEST_CASE("a single lead: the wanted one, else I, else the only one") {
  const auto two = recordingOf({{"II", {2}}, {"III", {0.5f}}});
  CHECK(ecg::singleLead(two).leads[0].name == "I");
  CHECK(ecg::singleLead(two).samples == std::vector<float>{1.5f});
  CHECK(says(ecg::singleLead(two).diagnostics, "derived-lead"));
  CHECK(ecg::singleLead(two, "Lead II").samples == std::vector<float>{2});
  CHECK(ecg::singleLead(two, "avf").samples == std::vector<float>{1.25f});

  const auto holter = recordingOf({{"RESP", {9}, "ohm"}, {"MLII", {4}}});
  CHECK(ecg::singleLead(holter).samples == std::vector<float>{4});
  CHECK(ecg::singleLead(holter).leads[0].name == "MLII");
  CHECK(messageOf(ecg::singleLead(holter).diagnostics, "lead-stands-in").find("MLII") !=
        std::string::npos);
  CHECK(ecg::singleLead(holter, "MLII").diagnostics.empty());
}

TEST_CASE("a single lead is never guessed") {
  const auto holter = recordingOf({{"MLII", {4}}, {"V1", {1}}});
  CHECK(sentenceOf(holter, "").find("missing-leads: The recording has no lead I") == 0);
  CHECK(sentenceOf(holter, "").find("MLII, V1") != std::string::npos);
  CHECK(sentenceOf(holter, "V5").find("missing-leads: The recording has no lead V5") == 0);
  CHECK(sentenceOf(recordingOf({{"RESP", {9}, "ohm"}}), "RESP").find("ohm, not mV") !=
        std::string::npos);
  CHECK(sentenceOf(recordingOf({}), "").find("its leads: none") != std::string::npos);
}
