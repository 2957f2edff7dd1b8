#include "models/labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

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

TEST_CASE("a label is found by its upstream name, and its wording fits into a sentence") {
  REQUIRE(founder::findLabel("ATRIAL FIBRILLATION"));
  CHECK(founder::findLabel("ATRIAL FIBRILLATION")->displayName == "Atrial fibrillation");
  CHECK_FALSE(founder::findLabel("atrial fibrillation"));
  CHECK(founder::midSentence("Atrial fibrillation") == "atrial fibrillation");
  for (const char* kept : {"RBBB and left anterior fascicular block", "T wave inversion", "ST more",
                           "Wolff-Parkinson-White", "", "2:1 AV conduction", "no change"})
    CHECK(founder::midSentence(kept) == kept);
}
