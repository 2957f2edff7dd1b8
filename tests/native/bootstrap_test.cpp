#include "models/evaluation/bootstrap.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/evaluation/auroc.h"
#include "models/evaluation/average_precision.h"

TEST_CASE("xoshiro256** gives its published numbers, and bounded draws are even") {
  // The first outputs for the state that SplitMix64 makes of seed 0, by the authors' C code.
  founder::Random zero(0);
  CHECK(zero.next() == 11091344671253066420u);
  CHECK(zero.next() == 13793997310169335082u);
  CHECK(zero.next() == 1900383378846508768u);
  founder::Random random(7);
  std::vector<int> counts(6);
  for (int i = 0; i < 60000; ++i) ++counts[random.below(6)];
  for (const int count : counts) CHECK(std::abs(count - 10000) < 500);
  CHECK(random.below(1) == 0);
}

TEST_CASE("a resample draws as many recordings as there are, the same for the same seed") {
  founder::Random a(1), b(1), c(2);
  founder::Weights first(100), second(100), third(100);
  founder::resample(a, first);
  founder::resample(b, second);
  founder::resample(c, third);
  std::uint32_t drawn = 0;
  for (const std::uint32_t weight : first) drawn += weight;
  CHECK(drawn == 100);
  CHECK(first == second);
  CHECK(first != third);
}

TEST_CASE("percentile intervals are NumPy's, and empty where half of the replicates say nothing") {
  std::vector<double> values;
  for (int i = 10; i >= 0; --i) values.push_back(i);
  const auto interval = founder::percentileInterval(values, 11);
  REQUIRE(interval);
  CHECK(interval->lo == doctest::Approx(0.25));
  CHECK(interval->hi == doctest::Approx(9.75));
  CHECK_FALSE(founder::percentileInterval(values, 23));
  CHECK_FALSE(founder::percentileInterval({}, 0));
  CHECK(founder::percentileInterval({0.5}, 1)->lo == 0.5);
}

TEST_CASE("the interval of an AUROC is as wide as theory has it") {
  // Hanley and McNeil's standard error, within a quarter.
  founder::Random random(3);
  std::vector<founder::ScoredOutcome> outcomes;
  for (std::uint32_t i = 0; i < 400; ++i) {
    const double noise = random.below(1000) / 500.0 - 1;
    outcomes.push_back({noise + (i % 4 == 0 ? 0.7 : 0), i % 4 == 0, i});
  }
  const founder::Ranking ranking = founder::rank(outcomes);
  founder::Weights weights(400, 1);
  const double area = *founder::auroc(ranking, weights);
  std::vector<double> values;
  for (int i = 0; i < 1000; ++i) {
    founder::resample(random, weights);
    values.push_back(*founder::auroc(ranking, weights));
  }
  const auto interval = founder::percentileInterval(values, 1000);
  const double q1 = area / (2 - area), q2 = 2 * area * area / (1 + area);
  const double error = std::sqrt(
      (area * (1 - area) + 99 * (q1 - area * area) + 299 * (q2 - area * area)) / (100 * 300));
  CHECK((interval->hi - interval->lo) / (2 * 1.96 * error) == doctest::Approx(1).epsilon(0.25));
}

TEST_CASE("the intervals are those of the same draws in NumPy and scikit-learn") {
  std::ifstream file(ECG_SOURCE_DIR "/tests/golden/evaluation/metrics.json");
  int compared = 0;
  for (const nlohmann::json& golden : nlohmann::json::parse(file)) {
    if (!golden.contains("bootstrap")) continue;
    std::vector<founder::ScoredOutcome> outcomes;
    for (std::size_t i = 0; i < golden["logits"].size(); ++i)
      outcomes.push_back({golden["logits"][i], golden["outcomes"][i] == 1, std::uint32_t(i)});
    const founder::Ranking ranking = founder::rank(outcomes);
    founder::Weights weights(ranking.size());
    founder::Random random(golden["bootstrap"]["seed"].get<std::uint64_t>());
    const std::size_t replicates = golden["bootstrap"]["replicates"];
    std::vector<double> areas, precisions;
    for (std::size_t i = 0; i < replicates; ++i) {
      founder::resample(random, weights);
      areas.push_back(*founder::auroc(ranking, weights));
      precisions.push_back(*founder::averagePrecision(ranking, weights));
    }
    for (const auto& [name, values] : {std::pair("auroc", areas), std::pair("auprc", precisions)}) {
      const auto interval = founder::percentileInterval(values, replicates);
      REQUIRE(interval);
      CHECK(std::fabs(interval->lo - golden["bootstrap"][name][0].get<double>()) < 1e-12);
      CHECK(std::fabs(interval->hi - golden["bootstrap"][name][1].get<double>()) < 1e-12);
      ++compared;
    }
  }
  CHECK(compared == 4);
}
