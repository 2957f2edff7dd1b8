#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/error.h"
#include "models/evaluation/calibrate.h"
#include "models/evaluation/logistic.h"
#include "models/evaluation/platt.h"
#include "models/evaluation/prevalence.h"

using nlohmann::json;

namespace {

std::string codeOf(const std::string& text) {
  try {
    founder::readCalibration(text);
  } catch (const founder::ModelError& error) {
    return error.code();
  }
  return "";
}

founder::Calibration sample() {
  founder::Calibration out;
  out.modelName = "m.onnx";
  out.modelSha256 = "abc";
  out.preset = "founder";
  out.aggregate = "max";
  out.method = "platt";
  founder::LabelCalibration full, bare;
  full.label = "ATRIAL FIBRILLATION";
  full.a = 1.25;
  full.b = -0.1;
  full.prevalence = 0.25;
  full.n = 40;
  full.positives = 10;
  full.operatingPoint = founder::OperatingPoint{founder::sigmoid(0.7), 0.7};
  bare.label = "SINUS RHYTHM";
  out.labels = {full, bare};
  out.problems = {{"too-few-to-fit", "Too few.", "", "SINUS RHYTHM"}};
  return out;
}

/// A valid calibration with one field replaced.
std::string changed(const std::string& pointer, const json& value) {
  json text = json::parse(founder::writeCalibration(sample()));
  text[json::json_pointer(pointer)] = value;
  return text.dump();
}

}  // namespace

TEST_CASE("Platt scaling reaches the exact optimum, and prevalence EM's fixed point") {
  std::ifstream file(ECG_SOURCE_DIR "/tests/golden/evaluation/metrics.json");
  int fitted = 0;
  double largest = 0;
  for (const json& golden : json::parse(file)) {
    if (!golden.contains("platt")) continue;
    INFO(golden["name"].get<std::string>());
    std::vector<founder::ScoredOutcome> outcomes;
    double positives = 0;
    for (std::size_t i = 0; i < golden["logits"].size(); ++i) {
      outcomes.push_back({golden["logits"][i], golden["outcomes"][i] == 1, std::uint32_t(i)});
      positives += golden["outcomes"][i].get<double>();
    }
    const auto found = founder::fitPlatt(founder::rank(outcomes));
    REQUIRE(found);
    const double difference = std::max(std::fabs(found->a - golden["platt"]["a"].get<double>()),
                                       std::fabs(found->b - golden["platt"]["b"].get<double>()));
    CHECK(difference < 1e-10);
    largest = std::max(largest, difference);
    ++fitted;
    if (!golden.contains("prevalence")) continue;
    std::vector<double> shifted;
    for (const double logit : golden["shifted"])
      shifted.push_back(founder::sigmoid(found->a * logit + found->b));
    const double prior = positives / static_cast<double>(outcomes.size());
    CHECK(std::fabs(founder::estimatePrevalence(shifted, prior) -
                    golden["prevalence"].get<double>()) < 1e-9);
  }
  CHECK(fitted == 5);
  MESSAGE("Platt scaling against the exact optimum: largest difference " << largest);
}

TEST_CASE("Platt scaling at its limits") {
  CHECK_FALSE(founder::fitPlatt(founder::rank({{1, true, 0}, {1, false, 1}})));
  CHECK_FALSE(founder::fitPlatt(founder::rank({})));
  // Separated by a gap of thousands, as saturated logits are.
  const auto far = founder::fitPlatt(
      founder::rank({{1e6, true, 0}, {2e6, true, 1}, {-1e6, false, 2}, {-3e6, false, 3}}));
  REQUIRE(far);
  CHECK(std::isfinite(far->b));
  CHECK(founder::sigmoid(far->a * 2e6 + far->b) > 0.5);
}

TEST_CASE("a prevalence that the scores drive to an end is given as the end") {
  CHECK(founder::estimatePrevalence(std::vector<double>(20, 0.01), 0.3) == 0);
  CHECK(founder::estimatePrevalence(std::vector<double>(20, 0.99), 0.3) == 1);
  CHECK(founder::estimatePrevalence({0, 0, 1, 1}, 0.3) == doctest::Approx(0.5));
}

TEST_CASE("a calibration written is the calibration read") {
  const auto read = founder::readCalibration(founder::writeCalibration(sample()));
  CHECK(founder::writeCalibration(read) == founder::writeCalibration(sample()));
  REQUIRE(read.find("ATRIAL FIBRILLATION"));
  CHECK(read.find("nothing") == nullptr);
  CHECK(*read.find("ATRIAL FIBRILLATION")->probability(2) == founder::sigmoid(1.25 * 2 - 0.1));
  CHECK_FALSE(read.find("SINUS RHYTHM")->probability(2));
  CHECK(json::parse(founder::writeCalibration(sample()))["labels"][0] ==
        json({{"label", "ATRIAL FIBRILLATION"},
              {"a", 1.25},
              {"b", -0.1},
              {"prevalence", 0.25},
              {"n", 40},
              {"positives", 10},
              {"operatingPoint", {{"score", founder::sigmoid(0.7)}, {"logit", 0.7}}}}));
}

TEST_CASE("calibrations that cannot be read are refused with a code") {
  CHECK(codeOf("") == "not-a-calibration");
  CHECK(codeOf("{") == "not-a-calibration");
  CHECK(codeOf("[]") == "not-a-calibration");
  CHECK(codeOf("{\"format\": \"other\"}") == "not-a-calibration");
  CHECK(codeOf(std::string(100000, '[')) == "not-a-calibration");
  CHECK(codeOf(changed("/version", 2)) == "newer-calibration");
  CHECK(codeOf(changed("/extra", 2)) == "");
  for (const auto& [pointer, value] : std::vector<std::pair<std::string, json>>{
           {"/version", "1"},
           {"/version", 0},
           {"/model", nullptr},
           {"/model/sha256", 5},
           {"/preset", nullptr},
           {"/method", "isotonic"},
           {"/labels", {{"a", 1}}},
           {"/labels/0", 5},
           {"/labels/0/label", nullptr},
           {"/labels/0/label", "SINUS RHYTHM"},
           {"/labels/0/a", nullptr},
           {"/labels/0/b", "x"},
           {"/labels/0/prevalence", 1.5},
           {"/labels/0/n", -1},
           {"/labels/0/n", nullptr},
           {"/labels/0/positives", 41},
           {"/labels/0/operatingPoint", 0.5},
           {"/labels/0/operatingPoint/score", -0.1},
           {"/problems", "none"},
       }) {
    const std::string what = pointer + " = " + value.dump();
    CHECK_MESSAGE(codeOf(changed(pointer, value)) == "bad-calibration", what);
  }
  CHECK(codeOf(changed("/aggregate", "sum")) == "bad-option");
  json missing = json::parse(founder::writeCalibration(sample()));
  missing["labels"][0].erase("operatingPoint");
  CHECK(codeOf(missing.dump()) == "bad-calibration");
}
