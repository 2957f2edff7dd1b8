#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <string>

#include "models/error.h"
#include "models/findings.h"
#include "models/labels.h"

using founder::founderLabels;

TEST_CASE("the labels are upstream's, in its order") {
  std::ifstream tasks(ECG_SHARED_DIR "/reference/tasks.txt");
  if (!tasks) {
    MESSAGE("tasks.txt is not here: skipped");
    return;
  }
  std::string name;
  for (const founder::Label& label : founderLabels()) {
    REQUIRE(std::getline(tasks, name));
    CHECK(label.upstreamName == name);
  }
  CHECK_FALSE(std::getline(tasks, name));
}

TEST_CASE("every label has a wording of its own, and the comparisons are 22") {
  std::set<std::string_view> upstream, display;
  for (const founder::Label& label : founderLabels()) {
    upstream.insert(label.upstreamName);
    display.insert(label.displayName);
    CHECK((label.group == founder::LabelGroup::comparison) == !label.singleEcg);
    CHECK((label.group == founder::LabelGroup::fragment) == label.fragment);
    CHECK_FALSE((label.critical && (label.fragment || !label.singleEcg)));
  }
  CHECK(upstream.size() == 150);
  CHECK(display.size() == 150);
  CHECK(std::count_if(founderLabels().begin(), founderLabels().end(),
                      [](const auto& label) { return !label.singleEcg; }) == 22);
}

TEST_CASE("findings: grouped, by score, the window of the highest score") {
  const std::vector<std::string> names = {"LEFT BUNDLE BRANCH BLOCK", "SINUS RHYTHM",
                                          "ATRIAL FIBRILLATION", "BLOCKED", "my own label"};
  const std::vector<float> logits = {0, -1, 2, 5, 1,   //
                                     3, -2, 4, 5, 0};  //
  const auto found = founder::findings(names, logits);
  REQUIRE(found.size() == 4);
  CHECK(found[0].label == "ATRIAL FIBRILLATION");
  CHECK(found[0].displayName == "Atrial fibrillation");
  CHECK(found[0].window == 1);
  CHECK(found[0].score == doctest::Approx(1 / (1 + std::exp(-4.0))));
  CHECK(found[0].meanScore ==
        doctest::Approx((1 / (1 + std::exp(-4.0)) + 1 / (1 + std::exp(-2.0))) / 2));
  CHECK(found[1].label == "SINUS RHYTHM");
  CHECK(found[1].window == 0);
  CHECK(found[2].group == "conduction");
  CHECK(found[3].label == "my own label");
  CHECK(found[3].group == "general");

  const auto all = founder::findings(names, logits, {true});
  REQUIRE(all.size() == 5);
  CHECK(all[4].label == "BLOCKED");
  CHECK(all[4].hidden);
}

TEST_CASE("findings refuse a model that gives no numbers") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_WITH_AS(founder::findings({"a"}, {nan}), doctest::Contains("'a'"),
                       founder::ModelError);
  CHECK_THROWS_AS(founder::findings({"a", "b"}, {1, 2, 3}), founder::ModelError);
}
