#include "models/labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

using founder::founderLabels;
using founder::Label;
using founder::LabelGroup;

TEST_CASE("the labels are upstream's, in output order") {
  std::ifstream file(ECG_SHARED_DIR "/reference/tasks.txt");
  if (!file) return;
  std::string line;
  std::size_t index = 0;
  for (; std::getline(file, line) && !line.empty(); ++index) {
    REQUIRE(index < founderLabels().size());
    CHECK(founderLabels()[index].upstreamName == line);
  }
  CHECK(index == 150);
}

TEST_CASE("every label has a name of its own and a group") {
  std::set<std::string_view> upstream, display;
  for (const Label& label : founderLabels()) {
    CAPTURE(label.upstreamName);
    upstream.insert(label.upstreamName);
    display.insert(label.displayName);
    CHECK_FALSE(label.displayName.empty());
    CHECK_FALSE(founder::groupName(label.group).empty());
    CHECK(label.fragment == (label.displayName.substr(0, 3) == "\xE2\x80\xA6"));
  }
  CHECK(upstream.size() == 150);
  CHECK(display.size() == 150);
}

TEST_CASE("22 labels compare with an earlier ECG") {
  const auto compares = [](const Label& label) { return !label.singleEcg; };
  CHECK(std::count_if(founderLabels().begin(), founderLabels().end(), compares) == 22);
  for (const Label& label : founderLabels())
    CHECK(label.singleEcg == (label.group != LabelGroup::comparison));
}

TEST_CASE("what is urgent is marked, and what is normal is not") {
  const auto critical = [](std::string_view name) {
    for (const Label& label : founderLabels())
      if (label.upstreamName == name) return label.critical;
    FAIL("no label " << name);
    return false;
  };
  for (const char* name : {"ACUTE MI / STEMI", "ACUTE MI", "VENTRICULAR TACHYCARDIA",
                           "WIDE QRS TACHYCARDIA", "WITH COMPLETE HEART BLOCK",
                           "ANTERIOR INJURY PATTERN", "SUSPECT UNSPECIFIED PACEMAKER FAILURE"})
    CHECK(critical(name));
  for (const char* name : {"NORMAL ECG", "SINUS RHYTHM", "ATRIAL-PACED RHYTHM", "ABNORMAL ECG"})
    CHECK_FALSE(critical(name));
}
