#include <doctest/doctest.h>

#include "preprocess/leads/derive.h"
#include "preprocess/leads/model_leads.h"
#include "tests/support/recordings.h"

namespace {

using ecg::modelLeads;
using ecg::testing::NamedLead;
using ecg::testing::recordingOf;

ecg::Recording withLeads(const std::vector<std::string>& names) {
  std::vector<NamedLead> leads;
  for (const std::string& name : names) leads.push_back({name, {1, 2}});
  return recordingOf(leads);
}

const std::vector<std::string> chest = {"V1", "V2", "V3", "V4", "V5", "V6"};

std::vector<std::string> andChest(std::vector<std::string> names) {
  names.insert(names.end(), chest.begin(), chest.end());
  return names;
}

}  // namespace

TEST_CASE("model leads: twelve, stored or derived") {
  const auto stored = modelLeads(withLeads(andChest({"I", "II", "III", "aVR", "aVL", "aVF"})));
  CHECK(stored.leads == 12);
  CHECK(stored.lead == "");
  CHECK(stored.reason == "All twelve leads are stored, as the 12-lead network needs.");
  const auto derived = modelLeads(withLeads(andChest({"I", "II"})));
  CHECK(derived.leads == 12);
  CHECK(derived.reason.find("III, aVR, aVL and aVF are derived") != std::string::npos);
}

TEST_CASE("model leads: one, and what is missing") {
  const auto watch = modelLeads(withLeads({"Lead I"}));
  CHECK(watch.leads == 1);
  CHECK(watch.lead == "I");
  CHECK(watch.reason ==
        "The recording lacks II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5 and V6, so that it is for "
        "the 1-lead network, which takes lead I.");
  CHECK(modelLeads(withLeads({"III", "II"})).lead == "I");
  const auto strap = modelLeads(withLeads({"ecg"}));
  CHECK(strap.lead == "ecg");
  CHECK(strap.reason.find("which takes its only lead, ecg.") != std::string::npos);
  // Eleven of twelve are not twelve.
  auto names = andChest({"I", "II"});
  names.pop_back();
  CHECK(modelLeads(withLeads(names)).reason.find("lacks V6, so") != std::string::npos);
}

TEST_CASE("model leads: of several without lead I, the nearest to it") {
  CHECK(modelLeads(withLeads({"V1", "MLII"})).lead == "MLII");
  CHECK(modelLeads(withLeads({"V1", "V5", "V6"})).lead == "V6");
  CHECK(modelLeads(withLeads({"aVR", "V1"})).lead == "V1");
  CHECK(modelLeads(withLeads({"aVL", "-aVR", "V2"})).lead == "-aVR");
  CHECK(modelLeads(withLeads({"aVR", "", "ecg 2"})).lead == "ecg 2");
  const auto two = modelLeads(withLeads({"V2", "ii"}));
  CHECK(two.lead == "II");
  CHECK(two.reason.find("which takes the lead nearest to lead I that it has, II.") !=
        std::string::npos);
}

TEST_CASE("model leads: no ECG, and leads without names") {
  const auto none = modelLeads(recordingOf({{"RESP", {1}, "ohm"}, {"I", {1}, "%"}}));
  CHECK(none.leads == 1);
  CHECK(none.lead == "");
  CHECK(none.reason.find("no lead in mV") != std::string::npos);
  CHECK(modelLeads(withLeads({""})).lead == "");
  CHECK(modelLeads({}).lead == "");
}

TEST_CASE("model leads: what is chosen can be prepared") {
  for (const auto& names : std::vector<std::vector<std::string>>{
           {"I"}, {"ecg"}, {""}, {"V1", "MLII"}, {"aVR", "-aVR"}, {"II", "III"}, {"x", "y"}}) {
    auto recording = withLeads(names);
    recording.wearable = "watch";
    const auto chosen = modelLeads(recording);
    REQUIRE(chosen.leads == 1);
    const auto single = ecg::singleLead(recording, chosen.lead);
    CHECK(single.leads.size() == 1);
    CHECK(single.wearable == "watch");
  }
  CHECK(ecg::twelveLeads(withLeads(andChest({"I", "II"}))).leads.size() ==
        modelLeads(withLeads(andChest({"I", "II"}))).leads);
}
