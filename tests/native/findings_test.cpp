#include "models/findings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/error.h"

using founder::Finding;
using founder::readScores;

namespace {

double sigmoid(double logit) { return 1 / (1 + std::exp(-logit)); }

founder::LabelKnowledge operatingAt(const std::string& label, double score) {
  founder::LabelKnowledge known;
  known.label = label;
  known.operatingPoint = score;
  return known;
}

const std::vector<std::string> names = {"LEFT BUNDLE BRANCH BLOCK", "SINUS RHYTHM",
                                        "ATRIAL FIBRILLATION", "BLOCKED", "my own label"};
const std::vector<float> logits = {0, -1, 2, 5, 1,   //
                                   3, -2, 4, 5, 0};  //

}  // namespace

TEST_CASE("findings: grouped, by score, the window of the highest score") {
  const auto found = readScores(names, logits).findings;
  REQUIRE(found.size() == 4);
  CHECK(found[0].label == "ATRIAL FIBRILLATION");
  CHECK(found[0].displayName == "Atrial fibrillation");
  CHECK(found[0].window == 1);
  CHECK(found[0].score == doctest::Approx(sigmoid(4)));
  CHECK(found[0].meanScore == doctest::Approx((sigmoid(4) + sigmoid(2)) / 2));
  CHECK(found[1].label == "SINUS RHYTHM");
  CHECK(found[1].window == 0);
  CHECK(found[2].group == "conduction");
  CHECK(found[3].label == "my own label");
  CHECK(found[3].group == "general");

  founder::ReadingOptions options;
  options.includeHidden = true;
  const auto all = readScores(names, logits, options).findings;
  REQUIRE(all.size() == 5);
  CHECK(all[4].label == "BLOCKED");
  CHECK(all[4].hidden);
}

TEST_CASE("findings: critical labels are listed however low their score") {
  const auto found = readScores({"VENTRICULAR TACHYCARDIA", "ACUTE MI"}, {-20, -20}).findings;
  REQUIRE(found.size() == 2);
  CHECK(found[0].critical);
  CHECK(found[1].critical);
}

TEST_CASE("findings: with nothing known there is no probability, no verdict and no summary") {
  const auto reading = readScores(names, logits);
  for (const Finding& finding : reading.findings) {
    CHECK(finding.tier.name == "unknown");
    CHECK_FALSE(finding.evidence);
    CHECK_FALSE(finding.probability);
    CHECK_FALSE(finding.operatingPoint);
    CHECK_FALSE(finding.positive);
  }
  CHECK(reading.summary.empty());
}

TEST_CASE("findings: Platt scaling gives a probability, of the window of the score") {
  founder::ReadingOptions options;
  options.knowledge.resize(1);
  options.knowledge[0].label = "ATRIAL FIBRILLATION";
  options.knowledge[0].platt = founder::Platt{0.5, -3};
  const auto found = readScores(names, logits, options).findings;
  REQUIRE(found[0].probability);
  CHECK(*found[0].probability == doctest::Approx(sigmoid(0.5 * 4 - 3)));
  CHECK_FALSE(found[1].probability);
}

TEST_CASE("findings: at the operating point is positive, below it is not") {
  founder::ReadingOptions options;
  options.knowledge = {operatingAt("LEFT BUNDLE BRANCH BLOCK", sigmoid(3.0f)),
                       operatingAt("SINUS RHYTHM", 0.3)};
  const auto found = readScores(names, logits, options).findings;
  CHECK(found[1].positive == false);
  CHECK(found[2].positive == true);
  CHECK_FALSE(found[0].positive);
}

TEST_CASE("findings: a later source of knowledge replaces only what it knows") {
  founder::ReadingOptions options;
  options.knowledge = {operatingAt("SINUS RHYTHM", 0.9), operatingAt("SINUS RHYTHM", 0.2)};
  options.knowledge[0].evidence = founder::Evidence{"A", 100, 50, 0.9, 0.8, 0.95};
  const auto found = readScores(names, logits, options).findings;
  CHECK(found[1].label == "SINUS RHYTHM");
  CHECK(found[1].operatingPoint == 0.2);
  CHECK(found[1].tier.name == "validated");
}

TEST_CASE("findings: of the official release, the 150 labels are reported by others") {
  founder::ReadingOptions options;
  options.checkpointSha256 = "ee199f3781f4ae1f732973267f003da0a759ea12bddb0dd28a77faa60aca7997";
  const auto found = readScores(names, logits, options).findings;
  CHECK(found[0].tier.name == "reported");
  CHECK(found[0].tier.reason.find("Li et al.") != std::string::npos);
  CHECK(found[3].label == "my own label");
  CHECK(found[3].tier.name == "unknown");
  options.checkpointSha256[0] = 'f';
  CHECK(readScores(names, logits, options).findings[0].tier.name == "unknown");
}

TEST_CASE(
    "findings: the summary names what is above its operating point, or that this rules nothing "
    "out") {
  founder::ReadingOptions options;
  options.knowledge = {operatingAt("ATRIAL FIBRILLATION", 0.5), operatingAt("BLOCKED", 0.1),
                       operatingAt("LEFT BUNDLE BRANCH BLOCK", 0.6),
                       operatingAt("SINUS RHYTHM", 0.5)};
  CHECK(readScores(names, logits, options).summary ==
        "Above the operating point: atrial fibrillation and left bundle branch block. Not a "
        "diagnosis. For 1 further label no operating point is known.");
  CHECK(readScores({"ATRIAL FIBRILLATION", "SINUS RHYTHM"}, {-3, -3}, options).summary ==
        "None of the 2 labels with an operating point is above it. That rules nothing out.");
}

TEST_CASE("not covered: what the model lacks of the 150, critical ones first") {
  const auto lacking = readScores(names, logits).notCovered;
  // 150 less 40 hidden ones and the 3 of the 150 that the model has and a single ECG can support.
  CHECK(lacking.size() == 150 - 40 - 3);
  const auto firstUncritical = std::find_if(lacking.begin(), lacking.end(),
                                            [](const auto& label) { return !label.critical; });
  CHECK(firstUncritical != lacking.begin());
  CHECK(std::none_of(firstUncritical, lacking.end(),
                     [](const auto& label) { return label.critical; }));
  const auto byGroup = [](const auto& a, const auto& b) { return a.group < b.group; };
  CHECK(std::is_sorted(lacking.begin(), firstUncritical, byGroup));
  CHECK(std::is_sorted(firstUncritical, lacking.end(), byGroup));

  founder::ReadingOptions options;
  options.includeHidden = true;
  CHECK(readScores(names, logits, options).notCovered.size() == 150 - 4);
}

TEST_CASE("not covered: nothing, of a model that has them all") {
  std::vector<std::string> all;
  for (const founder::Label& label : founder::founderLabels()) all.emplace_back(label.upstreamName);
  const auto reading = readScores(all, std::vector<float>(150, -5));
  CHECK(reading.notCovered.empty());
  CHECK(reading.contradictions.empty());
  CHECK(reading.findings.size() == 110);
}

TEST_CASE("findings refuse a model that gives no numbers") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_WITH_AS(readScores({"a"}, {nan}), doctest::Contains("'a'"), founder::ModelError);
  CHECK_THROWS_AS(readScores({"a", "b"}, {1, 2, 3}), founder::ModelError);
}
