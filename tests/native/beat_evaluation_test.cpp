// Beats against references: matching, EC57's rules, totals.
#include <doctest/doctest.h>

#include <cmath>

#include "preprocess/beats/evaluation/match.h"
#include "preprocess/beats/evaluation/summary.h"
#include "preprocess/error.h"
#include "tests/support/wfdb_annotation_writer.h"

using namespace ecg::evaluation;
using namespace ecg::test;
using ecg::Beats;
using ecg::Recording;
using ecg::WfdbAnnotation;

namespace {

constexpr std::size_t none = unmatched;

Times timesOf(const std::vector<double>& all) {
  Times times;
  for (const double time : all) addTime(times, time, times.size());
  return times;
}

std::vector<std::size_t> match(const std::vector<double>& reference,
                               const std::vector<double>& test, double window) {
  return matchTimes(timesOf(reference), timesOf(test), window);
}

Beats beatsAt(const std::vector<double>& times) {
  Beats beats;
  for (const double time : times) {
    beats.all.emplace_back();
    beats.all.back().waves.qrs.peak = time;
  }
  return beats;
}

/// Annotations at 100 Hz.
RecordTallies evaluate(const std::vector<WfdbAnnotation>& annotations,
                       const std::vector<double>& found, const Options& options = {}) {
  Recording recording;
  recording.samplingRate = 100;
  return evaluateRecord(recording, beatsAt(found), {{std::nullopt, {annotations, 0}}}, options);
}

void checkTally(const Tally& tally, std::size_t references, std::size_t detected,
                std::optional<std::size_t> extra) {
  CHECK(tally.references == references);
  CHECK(tally.detected == detected);
  CHECK(tally.extra == extra);
}

std::string codeOf(const std::vector<WfdbAnnotation>& annotations, const Options& options) {
  try {
    evaluate(annotations, {}, options);
  } catch (const ecg::InputError& error) {
    return error.code();
  }
  return "";
}

}  // namespace

TEST_CASE("times: only those that are, in order") {
  Times times;
  for (const double time : {2.0, ecg::Wave::unknown, 1.0, HUGE_VAL, -HUGE_VAL, 2.0})
    addTime(times, time, times.size());
  sortTimes(times);
  REQUIRE(times.size() == 3);
  CHECK(times[0].of == 1);
  CHECK(times[1].of == 0);
  CHECK(times[2].of == 2);
}

TEST_CASE("beat matching: one to one, the nearer first, within the window") {
  using Matches = std::vector<std::size_t>;
  CHECK(match({1, 2, 3}, {1.1, 1.9, 3.151}, 0.15) == Matches{0, 1, none});
  CHECK(match({1}, {0.9, 1.05}, 0.15) == Matches{1});
  CHECK(match({1, 1.2}, {1.12}, 0.15) == Matches{none, 0});
  CHECK(match({1, 2}, {}, 0.15) == Matches{none, none});
  CHECK(match({}, {1, 2}, 0.15).empty());
  CHECK(match({54 / 360.0}, {108 / 360.0}, 0.15) == Matches{0});
  CHECK(match({54 / 360.0}, {109 / 360.0}, 0.15) == Matches{none});
}

TEST_CASE("beat matching: neighbours that compete are both paired where they can be") {
  // bxb's own example: 96 and 160 against 128 and 185 at 250 Hz.
  const auto matches = match({96 / 250.0, 160 / 250.0}, {128 / 250.0, 185 / 250.0}, 0.148);
  CHECK(matches == std::vector<std::size_t>{0, 1});
}

TEST_CASE("beat matching: a pair is mutual and never farther than the window") {
  unsigned state = 1;
  const auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 16; };
  for (int round = 0; round < 300; ++round) {
    std::vector<double> reference, test;
    for (double t = 0; reference.size() < 20; t += next() % 300 / 1000.0) reference.push_back(t);
    for (double t = 0; test.size() < 20; t += next() % 300 / 1000.0) test.push_back(t);
    std::vector<int> used(test.size(), 0);
    std::size_t i = 0;
    for (const std::size_t found : match(reference, test, 0.15)) {
      if (found != none) {
        CHECK(std::abs(test[found] - reference[i]) <= 0.15 + 1e-8);
        CHECK(used[found]++ == 0);
      }
      ++i;
    }
  }
}

TEST_CASE("beat evaluation: beats are those of EC57") {
  const std::string beats = "NLRBAaJSVrFejnE/fQ?";
  for (int code = 0; code < 50; ++code) {
    WfdbAnnotation annotation;
    annotation.code = code;
    const char symbol = annotation.symbol();
    CHECK(isBeat(symbol) == (symbol != ' ' && beats.find(symbol) != std::string::npos));
  }
}

TEST_CASE("beat evaluation: found, missed and extra beats, and how early or late") {
  const auto tally =
      evaluate({annotationOf(100, 'N'), annotationOf(150, '+', "(N"), annotationOf(200, 'V'),
                annotationOf(300, '/'), annotationOf(320, '|')},
               {1.02, 1.98, 2.5, 3.3})
          .beats;
  checkTally(tally, 3, 2, 2);
  CHECK(*tally.sensitivity() == doctest::Approx(2 / 3.0));
  CHECK(*tally.ppv() == doctest::Approx(0.5));
  CHECK(*tally.meanError() == doctest::Approx(0).epsilon(1e-9));
  CHECK(*tally.deviation() == doctest::Approx(20 * std::sqrt(2.0)));
}

TEST_CASE("beat evaluation: flutter and fibrillation do not count") {
  const std::vector<double> found = {1, 4.5, 5, 8.1, 9};
  const std::vector<WfdbAnnotation> marked = {annotationOf(100, 'N'), annotationOf(400, '['),
                                              annotationOf(450, '!'), annotationOf(520, 'V'),
                                              annotationOf(700, ']'), annotationOf(800, 'N'),
                                              annotationOf(900, 'N')};
  checkTally(evaluate(marked, found).beats, 3, 3, 0);
  std::vector<WfdbAnnotation> rhythm = marked;
  rhythm[1] = annotationOf(400, '+', "(VFL");
  rhythm[4] = annotationOf(700, '+', "(N");
  checkTally(evaluate(rhythm, found).beats, 3, 3, 0);
  rhythm[1] = annotationOf(400, '+', "(VT");
  checkTally(evaluate(rhythm, found).beats, 4, 3, 2);
  std::vector<WfdbAnnotation> open(marked.begin(), marked.begin() + 4);
  checkTally(evaluate(open, found).beats, 1, 1, 0);
  // Several, the later first.
  std::vector<WfdbAnnotation> several = {
      annotationOf(600, '['), annotationOf(700, ']'), annotationOf(300, '['),
      annotationOf(400, ']'), annotationOf(350, '['), annotationOf(500, ']'),
      annotationOf(200, 'N'), annotationOf(450, 'N'), annotationOf(550, 'N')};
  checkTally(evaluate(several, {2, 2.5, 3, 4.2, 5, 5.5, 6, 7, 7.01}).beats, 2, 2, 2);
  // Marks win over rhythms, which are less exact.
  std::vector<WfdbAnnotation> both = marked;
  both.push_back(annotationOf(950, '+', "(VFL"));
  both.push_back(annotationOf(1000, 'N'));
  checkTally(evaluate(both, {1, 8, 9, 10}).beats, 4, 4, 0);
}

TEST_CASE("beat evaluation: the start may be skipped") {
  Options options;
  options.skipSeconds = 2;
  const std::vector<WfdbAnnotation> beats = {annotationOf(100, 'N'), annotationOf(195, 'N'),
                                             annotationOf(301, 'N')};
  // 1.5 s is before the start, 2.03 s belongs to the beat before it.
  checkTally(evaluate(beats, {1.5, 2.03, 3, 4}, options).beats, 1, 1, 1);
}

TEST_CASE("beat evaluation: what cannot be compared is refused") {
  CHECK(codeOf({}, {}) == "no-annotations");
  CHECK(codeOf({annotationOf(5, '+', "(N")}, {}) == "no-annotations");
  for (const double window : {0.0, -1.0, 1.5, std::nan("")})
    CHECK(codeOf({annotationOf(5, 'N')}, {window, 0}) == "bad-option");
  for (const double skip : {-1.0, std::nan("")})
    CHECK(codeOf({annotationOf(5, 'N')}, {0.15, skip}) == "bad-option");
  CHECK_THROWS_AS(evaluateRecord(Recording(), Beats(), {}, {}), ecg::InputError);
}

TEST_CASE("beat evaluation: annotations may have a rate of their own") {
  Recording recording;
  recording.samplingRate = 100;
  const auto record =
      evaluateRecord(recording, beatsAt({1}), {{std::nullopt, {{annotationOf(500, 'N')}, 500}}});
  checkTally(record.beats, 1, 1, 0);
}

TEST_CASE("beat evaluation: gross totals count beats alike, averages records") {
  RecordTallies large, small;
  large.beats = {90, 90, 10, 0, 0};
  small.beats = {10, 5, 0, 0, 0};
  const Summary summary = summarize({large, small});
  checkTally(summary.beats, 100, 95, 10);
  CHECK(*summary.averageSensitivity == doctest::Approx(0.75));
  CHECK(*summary.averagePpv == doctest::Approx(0.95));
  small.beats.extra.reset();
  CHECK(!summarize({large, small}).beats.ppv());
  CHECK(!summarize({}).averageSensitivity);
  CHECK(!summarize({}).beats.ppv());
}
