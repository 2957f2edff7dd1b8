#include "models/contradictions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "models/contradiction_rules.h"
#include "models/findings.h"
#include "models/labels.h"

using founder::Contradiction;
using founder::contradictionRules;

namespace {

/// The contradictions of a model with these labels, all thresholds assumed.
std::vector<Contradiction> of(const std::vector<std::string>& labels,
                              const std::vector<double>& scores) {
  std::vector<founder::JudgedLabel> judged;
  for (const std::string& label : labels) {
    const founder::Label* known = founder::findLabel(label);
    judged.push_back({label, known ? std::string(known->displayName) : label});
  }
  return founder::findContradictions(judged, scores);
}

bool excludes(const std::string& a, const std::string& b) {
  return of({a, b}, {0.9, 0.9}).size() == 1 && of({b, a}, {0.9, 0.9}).size() == 1;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("contradiction rules: names of the 150 that a single ECG can support, each pair once") {
  std::set<std::pair<std::string_view, std::string_view>> pairs;
  for (const auto& rule : contradictionRules()) {
    CHECK_FALSE(rule.name.empty());
    CHECK_FALSE(rule.source.empty());
    CHECK_FALSE(rule.why.empty());
    CHECK(rule.why.back() != '.');
    for (const auto& side : {rule.first, rule.second}) {
      CHECK(side.size() > 0);
      for (const auto name : side) {
        const founder::Label* label = founder::findLabel(name);
        REQUIRE_MESSAGE(label, std::string(name));
        CHECK_FALSE_MESSAGE(label->hidden(), std::string(name));
      }
    }
    for (const auto first : rule.first)
      for (const auto second : rule.second) {
        CHECK(first != second);
        CHECK_MESSAGE(pairs.insert(std::minmax(first, second)).second,
                      (std::string(first) + " / " + std::string(second)));
      }
  }
}

TEST_CASE("contradictions: what no ECG can be at once") {
  CHECK(excludes("SINUS RHYTHM", "ATRIAL FIBRILLATION"));
  CHECK(excludes("NORMAL SINUS RHYTHM", "ATRIAL FLUTTER"));
  CHECK(excludes("SINUS BRADYCARDIA", "SINUS TACHYCARDIA"));
  CHECK(excludes("ATRIAL FIBRILLATION", "SINUS BRADYCARDIA"));
  CHECK(excludes("ATRIAL FIBRILLATION", "WITH SINUS ARRHYTHMIA"));
  CHECK(excludes("ATRIAL FIBRILLATION", "WITH 1ST DEGREE AV BLOCK"));
  CHECK(excludes("ATRIAL FIBRILLATION", "PREMATURE ATRIAL COMPLEXES"));
  CHECK(excludes("WITH COMPLETE HEART BLOCK", "WITH 1ST DEGREE AV BLOCK"));
  CHECK(excludes("NORMAL ECG", "ABNORMAL ECG"));
  CHECK(excludes("NORMAL ECG", "LEFT BUNDLE BRANCH BLOCK"));
  CHECK(excludes("NORMAL ECG", "INFERIOR INFARCT"));
  CHECK(excludes("LEFT BUNDLE BRANCH BLOCK", "RIGHT BUNDLE BRANCH BLOCK"));
  CHECK(excludes("LEFT BUNDLE BRANCH BLOCK", "LEFT ANTERIOR FASCICULAR BLOCK"));
  CHECK(excludes("LEFT AXIS DEVIATION", "RIGHT AXIS DEVIATION"));
}

TEST_CASE("contradictions: what a patient can well have at once") {
  for (const auto& pair : std::vector<std::pair<std::string, std::string>>{
           {"ATRIAL FIBRILLATION", "WITH COMPLETE HEART BLOCK"},
           {"ATRIAL FIBRILLATION", "ATRIAL FLUTTER"},
           {"ATRIAL FIBRILLATION", "JUNCTIONAL RHYTHM"},
           {"ATRIAL FIBRILLATION", "PREMATURE VENTRICULAR COMPLEXES"},
           {"ATRIAL FLUTTER", "WITH 2:1 AV CONDUCTION"},
           {"SINUS RHYTHM", "SINUS BRADYCARDIA"},
           {"SINUS RHYTHM", "VENTRICULAR TACHYCARDIA"},
           {"SINUS RHYTHM", "WITH COMPLETE HEART BLOCK"},
           {"SINUS TACHYCARDIA", "JUNCTIONAL BRADYCARDIA"},
           {"RIGHT BUNDLE BRANCH BLOCK", "LEFT ANTERIOR FASCICULAR BLOCK"},
           {"LEFT BUNDLE BRANCH BLOCK", "LEFT AXIS DEVIATION"},
           {"LEFT BUNDLE BRANCH BLOCK", "INFERIOR INFARCT"},
           {"NORMAL ECG", "SINUS BRADYCARDIA"},
           {"NORMAL ECG", "NORMAL SINUS RHYTHM"},
           {"ABNORMAL ECG", "NORMAL SINUS RHYTHM"}})
    CHECK_MESSAGE(of({pair.first, pair.second}, {0.9, 0.9}).empty(),
                  (pair.first + " / " + pair.second));
}

TEST_CASE("contradictions: only within one window, there where both are clearest") {
  const std::vector<std::string> labels = {"SINUS RHYTHM", "ATRIAL FIBRILLATION"};
  CHECK(of(labels, {0.9, 0.1, 0.1, 0.9}).empty());
  const auto found = of(labels, {0.9, 0.1, 0.6, 0.55, 0.7, 0.8});
  REQUIRE(found.size() == 1);
  CHECK(found[0].window == 2);
  CHECK(found[0].rule == "sinus-and-fibrillation");
  CHECK(found[0].first.judged.label == "ATRIAL FIBRILLATION");
  CHECK(found[0].first.score == 0.8);
  CHECK(found[0].second.score == 0.7);
  CHECK(has(found[0].message, "Atrial fibrillation (score 0.80) and sinus rhythm (score 0.70)"));
}

TEST_CASE("contradictions: at the operating point counts, and which was used is said") {
  std::vector<founder::JudgedLabel> labels = {{"SINUS RHYTHM", "Sinus rhythm"},
                                              {"ATRIAL FIBRILLATION", "Atrial fibrillation"}};
  auto found = founder::findContradictions(labels, {0.5, 0.5});
  REQUIRE(found.size() == 1);
  CHECK(has(found[0].basis, "0.50, used because no operating point is known for either"));

  labels[1].threshold = 0.3;
  labels[1].thresholdKnown = true;
  found = founder::findContradictions(labels, {0.5, 0.3});
  REQUIRE(found.size() == 1);
  CHECK(found[0].basis ==
        "Atrial fibrillation is at or above its operating point 0.30, sinus rhythm at or above "
        "0.50, used because its operating point is not known.");

  labels[0].threshold = 0.8;
  labels[0].thresholdKnown = true;
  CHECK(founder::findContradictions(labels, {0.79, 0.9}).empty());
  found = founder::findContradictions(labels, {0.8, 0.9});
  REQUIRE(found.size() == 1);
  CHECK(found[0].basis == "Each is at or above its operating point: 0.30 and 0.80.");
}

TEST_CASE("contradictions: in the order of the rules, the clearest of a rule first") {
  const auto found =
      of({"NORMAL ECG", "ATRIAL FIBRILLATION", "INFERIOR INFARCT", "SINUS RHYTHM", "my own"},
         {0.95, 0.6, 0.9, 0.9, 1});
  REQUIRE(found.size() == 3);
  CHECK(found[0].rule == "sinus-and-fibrillation");
  CHECK(found[1].first.judged.label == "INFERIOR INFARCT");
  CHECK(found[2].first.judged.label == "ATRIAL FIBRILLATION");
}

TEST_CASE("contradictions: a reading judges by the operating points it was given") {
  founder::ReadingOptions options;
  options.knowledge.resize(1);
  options.knowledge[0].label = "ATRIAL FIBRILLATION";
  options.knowledge[0].operatingPoint = 0.1;
  const std::vector<std::string> labels = {"ATRIAL FIBRILLATION", "SINUS RHYTHM"};
  CHECK(founder::readScores(labels, {-2, 2}).contradictions.empty());
  const auto found = founder::readScores(labels, {-2, 2}, options).contradictions;
  REQUIRE(found.size() == 1);
  CHECK(found[0].first.judged.thresholdKnown);
  CHECK_FALSE(found[0].second.judged.thresholdKnown);
}
