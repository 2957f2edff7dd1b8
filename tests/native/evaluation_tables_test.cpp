#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "models/error.h"
#include "models/evaluation/aggregate.h"
#include "models/evaluation/label_table.h"
#include "models/evaluation/logistic.h"
#include "models/evaluation/score_table.h"
#include "models/labels.h"

using founder::LabelTable;
using founder::Outcome;
using founder::readLabelTable;
using founder::readScoreTable;

namespace {

constexpr auto yes = Outcome::present;
constexpr auto no = Outcome::absent;
constexpr auto unknown = Outcome::unknown;

template <typename Work>
std::string codeOf(Work work) {
  try {
    work();
  } catch (const founder::ModelError& error) {
    return error.code();
  }
  return "";
}

std::string codesOf(const std::vector<founder::Problem>& problems) {
  std::string out;
  for (const auto& problem : problems) out += problem.code + " ";
  return out;
}

Outcome outcome(const LabelTable& table, std::size_t row, const std::string& label) {
  const auto at = std::find(table.labels.begin(), table.labels.end(), label);
  REQUIRE(at != table.labels.end());
  return table.rows.at(row).outcomes[static_cast<std::size_t>(at - table.labels.begin())];
}

const std::string ptbxlHeader = "ecg_id,age,report,scp_codes,filename_lr,filename_hr\n";

LabelTable ptbxl(const std::string& codes) {
  return readLabelTable(ptbxlHeader + "1,56.0,\"a, b\",\"" + codes +
                        "\",records100/00000/00001_lr,records500/00000/00001_hr\n");
}

}  // namespace

TEST_CASE("a label table: quotes, blanks, line ends, numbers that pandas writes") {
  const auto table = readLabelTable(
      "\xEF\xBB\xBFrecording,\"SINUS, RHYTHM\",B\r\n"
      "a/1,1,0\r\n\r\n\"x \"\"y\"\", z\", 1.0 ,\r\n3,,0.0\r\n");
  CHECK(table.format == "table");
  CHECK(table.labels == std::vector<std::string>{"SINUS, RHYTHM", "B"});
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].outcomes == std::vector{yes, no});
  CHECK(table.rows[1].names[0] == "x \"y\", z");
  CHECK(table.rows[1].outcomes == std::vector{yes, unknown});
  CHECK(table.rows[2].outcomes == std::vector{unknown, no});
  CHECK(table.problems.empty());
}

TEST_CASE("a label table's bad cells and rows are said, and the rest is used") {
  const auto table = readLabelTable("recording,A,B\n1,1,yes\n2,2,0\n3,1\n,1,1\n4,0,1\n");
  CHECK(codesOf(table.problems) == "bad-label bad-label bad-row bad-row ");
  CHECK(
      table.problems[0].message ==
      "Line 2 of the label table has \"yes\" in the column \"B\", which is neither 0, 1 nor empty: "
      "it is taken as unknown.");
  CHECK(table.problems[0].recording == "1");
  CHECK(table.problems[0].label == "B");
  CHECK(table.problems[2].recording == "3");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].outcomes == std::vector{yes, unknown});
  std::string many = "recording,age\n";
  for (int i = 0; i < 50; ++i) many += "r" + std::to_string(i) + ",61\n";
  const auto flooded = readLabelTable(many);
  REQUIRE(flooded.problems.size() == 6);
  CHECK(flooded.problems[5].message.find("45 further cells") == 0);
}

TEST_CASE("a recording listed twice is used once, or not at all where its rows contradict") {
  const auto table =
      readLabelTable("recording,A,B\n1.hea,1,\n./1,1,0\n2,1,0\n2.dat,0,0\n2,1,0\n3,0,0\n");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].names[0] == "1.hea");
  CHECK(table.rows[0].outcomes == std::vector{yes, no});
  CHECK(table.rows[1].names[0] == "3");
  CHECK(codesOf(table.problems) == "duplicate-recording contradicting-recording ");
  CHECK(table.problems[1].message.find("3 times") != std::string::npos);
}

TEST_CASE("label tables that cannot be read are refused with a code") {
  CHECK(codeOf([] { readLabelTable(""); }) == "empty-labels");
  CHECK(codeOf([] { readLabelTable("\n\n"); }) == "empty-labels");
  CHECK(codeOf([] { readLabelTable("recording,A\n"); }) == "empty-labels");
  CHECK(codeOf([] { readLabelTable("file,A\n1,1\n"); }) == "no-recording-column");
  CHECK(codeOf([] { readLabelTable("recording;A\n1;1\n"); }) == "no-recording-column");
  CHECK(codeOf([] { readLabelTable("recording\n1\n"); }) == "no-labels");
  CHECK(codeOf([] { readLabelTable("recording,A,\n1,1,1\n"); }) == "unnamed-label");
  CHECK(codeOf([] { readLabelTable("recording,A, A\n1,1,1\n"); }) == "duplicate-label");
  CHECK(codeOf([] { readLabelTable("recording,\"A\n1,1\n"); }) == "open-quote");
  CHECK(codeOf([] { readLabelTable("recording,A\n1,1\n\"2,1\n"); }) == "open-quote");
}

TEST_CASE("PTB-XL: every label of the mapping is one of ECGFounder's") {
  for (const std::string& label : ptbxl("{}").labels) {
    INFO(label);
    CHECK(std::any_of(founder::founderLabels().begin(), founder::founderLabels().end(),
                      [&](const auto& known) { return known.upstreamName == label; }));
  }
}

TEST_CASE("PTB-XL: presence, likelihood and what a code leaves open") {
  const auto table = ptbxl("{'NORM': 80.0, 'SR': 0.0, 'LVOLT': 0.0}");
  CHECK(table.format == "ptb-xl");
  CHECK(table.rows[0].names == std::vector<std::string>{"records500/00000/00001_hr",
                                                        "records100/00000/00001_lr", "00001_hr",
                                                        "00001_lr"});
  CHECK(outcome(table, 0, "NORMAL ECG") == yes);
  CHECK(outcome(table, 0, "SINUS RHYTHM") == yes);
  CHECK(outcome(table, 0, "LOW VOLTAGE QRS") == yes);
  CHECK(outcome(table, 0, "ATRIAL FIBRILLATION") == no);

  CHECK(outcome(ptbxl("{'SBRAD': 0.0}"), 0, "SINUS RHYTHM") == unknown);
  CHECK(outcome(ptbxl("{'STACH': 0.0}"), 0, "SINUS RHYTHM") == unknown);
  CHECK(outcome(ptbxl("{'AFIB': 0.0}"), 0, "SINUS RHYTHM") == no);
  CHECK(outcome(ptbxl("{'NORM': 100.0}"), 0, "SINUS RHYTHM") == unknown);
  CHECK(outcome(ptbxl("{'SR': 0.0, 'SARRH': 0.0}"), 0, "SINUS RHYTHM") == yes);
  CHECK(outcome(ptbxl("{'SARRH': 0.0, 'SR': 0.0}"), 0, "SINUS RHYTHM") == yes);

  CHECK(outcome(ptbxl("{'IMI': 15.0}"), 0, "INFERIOR INFARCT") == unknown);
  CHECK(outcome(ptbxl("{'IMI': 50.0}"), 0, "INFERIOR INFARCT") == yes);
  CHECK(outcome(ptbxl("{'IMI': 0.0}"), 0, "INFERIOR INFARCT") == yes);
  CHECK(outcome(ptbxl("{'ILMI': 100.0}"), 0, "INFERIOR INFARCT") == unknown);
  CHECK(outcome(ptbxl("{'VCLVH': 0.0}"), 0, "LEFT VENTRICULAR HYPERTROPHY") == unknown);
  CHECK(outcome(ptbxl("{'LPR': 0.0}"), 0, "WITH 1ST DEGREE AV BLOCK") == unknown);
  CHECK(outcome(ptbxl("{'PACE': 100.0}"), 0, "VENTRICULAR-PACED RHYTHM") == yes);
  CHECK(outcome(ptbxl("{'NEW': 100.0}"), 0, "NORMAL ECG") == no);
}

TEST_CASE("PTB-XL: a row that cannot be read is left out and said") {
  const auto table = readLabelTable(ptbxlHeader +
                                    "1,,,{'SR': 0.0},lr/1,hr/1\n2,,,SR,lr/2,hr/2\n"
                                    "3,,,{'SR': },lr/3,hr/3\n4,,,{'SR': 0.0}\n"
                                    "5,,,{'SR': 0.0},,\n");
  CHECK(table.rows.size() == 1);
  CHECK(codesOf(table.problems) == "bad-row bad-row bad-row bad-row ");
  CHECK(table.problems[0].recording == "hr/2");
}

TEST_CASE("windows become one logit: the highest, or that of the mean score") {
  const std::vector<float> logits = {1, -2, 3, -4};
  CHECK(founder::aggregateLogits(logits, 2, founder::Aggregate::max) == std::vector<double>{3, -2});
  const auto mean = founder::aggregateLogits(logits, 2, founder::Aggregate::mean);
  CHECK(founder::sigmoid(mean[0]) ==
        doctest::Approx((founder::sigmoid(1) + founder::sigmoid(3)) / 2).epsilon(1e-14));
  CHECK(founder::sigmoid(mean[1]) ==
        doctest::Approx((founder::sigmoid(-2) + founder::sigmoid(-4)) / 2).epsilon(1e-14));
  // Where every score rounds to 1 or 0.
  const auto far = founder::aggregateLogits({900, -900, 800, -800}, 2, founder::Aggregate::mean);
  CHECK(far[0] == doctest::Approx(800 + std::log(2)).epsilon(1e-12));
  CHECK(far[1] == doctest::Approx(-800 - std::log(2)).epsilon(1e-12));
  CHECK(codeOf([] {
          founder::aggregateLogits({1, 2, 3}, 2, founder::Aggregate::max);
        }) == "wrong-shape");
  CHECK(codeOf([] { founder::aggregateLogits({NAN}, 1, founder::Aggregate::max); }) ==
        "bad-output");
}

TEST_CASE("a score table written is the table read, every bit of a float") {
  const founder::ScoreHead head = {"abc", "founder", "max", "stride 5", {"A", "B, C"}};
  const std::string text = founder::scoreTableHead(head) +
                           founder::scoreTableRow("r,1", {double{0.1f}, -1234.5}) +
                           founder::scoreTableRow("r2", {double{1e-30f}, 0});
  CHECK(
      text.find("# ecgfounder scores; model=abc; preset=founder; aggregate=max; options=stride 5\n"
                "recording,A,\"B, C\"\n") == 0);
  const auto table = readScoreTable(text);
  CHECK(table.head.model == "abc");
  CHECK(table.head.options == "stride 5");
  CHECK(table.head.labels == head.labels);
  CHECK(table.recordings == std::vector<std::string>{"r,1", "r2"});
  CHECK(static_cast<float>(table.logits[0]) == 0.1f);
  CHECK(table.logits[1] == -1234.5);
  CHECK(static_cast<float>(table.logits[2]) == 1e-30f);
  CHECK(table.intact == text.size());
}

TEST_CASE("a score table's torn last line is dropped, wherever it was torn") {
  const std::string head =
      "# ecgfounder scores; model=m; preset=p; aggregate=mean\nrecording,A,B\n";
  const std::string rows = head + "1,0.5,1\n";
  const std::string last = "\"2\n3\",0.25,1\n";
  for (std::size_t kept = 0; kept < last.size(); ++kept) {
    const auto table = readScoreTable(rows + last.substr(0, kept));
    CHECK(table.recordings == std::vector<std::string>{"1"});
    CHECK(table.intact == rows.size());
    CHECK(table.problems.empty());
  }
  CHECK(readScoreTable(rows + last).recordings.size() == 2);
  CHECK(readScoreTable(head).recordings.empty());
}

TEST_CASE("a score that is no number is NaN; a row of another width is left out and said") {
  const auto table = readScoreTable(
      "# ecgfounder scores; model=m; preset=p; "
      "aggregate=max\r\nrecording,A\r\n1,nan\r\n2,\r\n3,inf\r\n"
      "4,1e999\r\n5,1,2\r\n6, 2.5 \r\n");
  REQUIRE(table.recordings.size() == 5);
  for (std::size_t i = 0; i < 4; ++i) CHECK(std::isnan(table.logits[i]));
  CHECK(table.logits[4] == 2.5);
  CHECK(codesOf(table.problems) == "bad-score-row ");
  CHECK(table.problems[0].message.find("Line 7 ") == 0);
}

TEST_CASE("score tables that cannot be read are refused with a code") {
  CHECK(codeOf([] { readScoreTable(""); }) == "not-a-score-table");
  CHECK(codeOf([] { readScoreTable("recording,A\n1,2\n"); }) == "not-a-score-table");
  CHECK(codeOf([] { readScoreTable("# ecgfounder scores; model=m"); }) == "not-a-score-table");
  CHECK(codeOf([] { readScoreTable("# ecgfounder scores; model=m; preset=p; aggregate=max\n"); }) ==
        "not-a-score-table");
  CHECK(codeOf([] {
          readScoreTable("# ecgfounder scores; preset=p; aggregate=max\nrecording,A\n");
        }) == "not-a-score-table");
  CHECK(codeOf([] {
          readScoreTable("# ecgfounder scores; model=m; preset=p; aggregate=sum\nrecording,A\n");
        }) == "bad-option");
  CHECK(codeOf([] {
          readScoreTable("# ecgfounder scores; model=m; preset=p; aggregate=max\nid,A\n");
        }) == "no-recording-column");
}
