// Against scikit-learn and SciPy, see tests/golden/make_metrics_golden.py.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/evaluation/auroc.h"
#include "models/evaluation/average_precision.h"
#include "models/evaluation/confusion.h"
#include "models/evaluation/logistic.h"
#include "models/evaluation/operating_point.h"
#include "models/evaluation/reliability.h"

using nlohmann::json;

namespace {

json goldenCases() {
  std::ifstream file(ECG_SOURCE_DIR "/tests/golden/evaluation/metrics.json");
  return json::parse(file);
}

founder::Ranking rankingOf(const json& golden) {
  std::vector<founder::ScoredOutcome> outcomes;
  for (std::size_t i = 0; i < golden["logits"].size(); ++i)
    outcomes.push_back({golden["logits"][i], golden["outcomes"][i] == 1, std::uint32_t(i)});
  return founder::rank(outcomes);
}

double largest = 0;

void checkSame(const std::optional<double>& ours, const json& theirs) {
  REQUIRE(ours.has_value() == !theirs.is_null());
  if (!ours) return;
  const double difference = std::fabs(*ours - theirs.get<double>());
  largest = std::max(largest, difference);
  CHECK(difference < 1e-12);
}

void checkConfusion(const founder::Confusion& counts, const json& golden) {
  CHECK(counts.truePositives == golden["tp"]);
  CHECK(counts.falsePositives == golden["fp"]);
  CHECK(counts.trueNegatives == golden["tn"]);
  CHECK(counts.falseNegatives == golden["fn"]);
  checkSame(founder::sensitivity(counts), golden["sensitivity"]);
  checkSame(founder::specificity(counts), golden["specificity"]);
  checkSame(founder::ppv(counts), golden["ppv"]);
  checkSame(founder::npv(counts), golden["npv"]);
  checkSame(founder::f1(counts), golden["f1"]);
}

}  // namespace

TEST_CASE("AUROC, average precision and confusion counts are scikit-learn's") {
  for (const json& golden : goldenCases()) {
    INFO(golden["name"].get<std::string>());
    const founder::Ranking ranking = rankingOf(golden);
    const founder::Weights once(ranking.size(), 1);
    checkSame(founder::auroc(ranking, once), golden["auroc"]);
    checkSame(founder::averagePrecision(ranking, once), golden["auprc"]);
    checkConfusion(founder::confusionAt(0, ranking, once), golden["at0"]);
    checkConfusion(founder::confusionAt(1, ranking, once), golden["at1"]);
  }
}

TEST_CASE("operating points are those of scikit-learn's curves") {
  using Kind = founder::Criterion::Kind;
  for (const json& golden : goldenCases()) {
    INFO(golden["name"].get<std::string>());
    const founder::Ranking ranking = rankingOf(golden);
    const std::pair<const char*, founder::Criterion> criteria[] = {
        {"youden", {}}, {"f1", {Kind::f1}}, {"sensitivity90", {Kind::sensitivity, 0.9}}};
    for (const auto& entry : criteria) {
      const char* const name = entry.first;
      INFO(name);
      const auto point = founder::fitOperatingPoint(ranking, entry.second);
      REQUIRE(point.has_value() == !golden["points"].is_null());
      if (!point) continue;
      CHECK(point->logit == golden["points"][name].get<double>());
      CHECK(point->score == founder::sigmoid(point->logit));
    }
  }
}

TEST_CASE("Brier score, calibration error and reliability table") {
  for (const json& golden : goldenCases()) {
    INFO(golden["name"].get<std::string>());
    std::vector<double> scores;
    for (const double logit : golden["logits"]) scores.push_back(founder::sigmoid(logit));
    const auto found =
        founder::reliability(scores, golden["outcomes"].get<std::vector<std::uint8_t>>());
    const json& wanted = golden["reliability"];
    checkSame(found.brier, wanted["brier"]);
    checkSame(found.ece, wanted["ece"]);
    REQUIRE(found.bins.size() == wanted["bins"].size());
    for (std::size_t i = 0; i < found.bins.size(); ++i) {
      CHECK(found.bins[i].n == wanted["bins"][i]["n"]);
      CHECK(found.bins[i].positives == wanted["bins"][i]["positives"]);
      checkSame(found.bins[i].meanScore, wanted["bins"][i]["meanScore"]);
      checkSame(found.bins[i].observed, wanted["bins"][i]["observed"]);
    }
  }
  MESSAGE("evaluation against scikit-learn: largest difference " << largest);
}

TEST_CASE("a recording drawn twice counts as two recordings") {
  for (const json& golden : goldenCases()) {
    INFO(golden["name"].get<std::string>());
    const founder::Ranking ranking = rankingOf(golden);
    founder::Weights weights(ranking.size());
    json drawn = {{"logits", json::array()}, {"outcomes", json::array()}};
    for (std::size_t i = 0; i < weights.size(); ++i) {
      weights[i] = static_cast<std::uint32_t>((i * 7) % 4);
      for (std::uint32_t k = 0; k < weights[i]; ++k) {
        drawn["logits"].push_back(golden["logits"][i]);
        drawn["outcomes"].push_back(golden["outcomes"][i]);
      }
    }
    const founder::Ranking written = rankingOf(drawn);
    const founder::Weights once(written.size(), 1);
    CHECK(founder::auroc(ranking, weights) == founder::auroc(written, once));
    const auto precision = founder::averagePrecision(ranking, weights);
    const auto writtenPrecision = founder::averagePrecision(written, once);
    REQUIRE(precision.has_value() == writtenPrecision.has_value());
    if (precision) CHECK(*precision == doctest::Approx(*writtenPrecision).epsilon(1e-12));
    CHECK(founder::confusionAt(0, ranking, weights).truePositives ==
          founder::confusionAt(0, written, once).truePositives);
  }
}
