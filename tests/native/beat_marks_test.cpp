// Waves against references: annotations put together, each mark compared, totals.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "preprocess/beats/evaluation/summary.h"
#include "tests/support/wfdb_annotation_writer.h"

using namespace ecg::evaluation;
using namespace ecg::test;
using ecg::Beats;
using ecg::BeatWaves;
using ecg::Recording;
using ecg::Wave;
using ecg::WfdbAnnotation;
using Annotations = std::vector<WfdbAnnotation>;

namespace {

/// Of symbols one after the other, 10 samples apart at 1000 Hz.
std::vector<ReferenceWave> wavesOf(const std::string& symbols) {
  Annotations all;
  for (const char symbol : symbols)
    all.push_back(annotationOf(static_cast<std::int64_t>(10 * all.size()), symbol));
  return referenceWaves({all, 0}, 1000);
}

void checkWave(const ReferenceWave& wave, WaveKind kind, double onset, double peak, double offset) {
  CHECK(wave.kind == kind);
  for (const auto& pair : {std::pair(wave.wave.onset, onset), std::pair(wave.wave.peak, peak),
                           std::pair(wave.wave.offset, offset)})
    CHECK((pair.first == doctest::Approx(pair.second) ||
           (std::isnan(pair.first) && std::isnan(pair.second))));
}

Annotations join(const std::vector<Annotations>& parts) {
  Annotations all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

constexpr double no = Wave::unknown;

/// A beat with the R peak at `r` s: P 0.2 to 0.12 s before it, QRS 0.04 s around, T 0.2 to 0.4
/// after.
BeatWaves beatAt(double r) {
  BeatWaves beat;
  beat.p = {r - 0.2, r - 0.16, r - 0.12};
  beat.qrs = {r - 0.04, r, r + 0.04};
  beat.t = {r + 0.2, r + 0.3, r + 0.4};
  return beat;
}

/// The same as annotations at 500 Hz.
Annotations annotatedBeat(double r) {
  const auto at = [r](double t) { return static_cast<std::int64_t>(std::llround(500 * (r + t))); };
  return join({waveOf(at(-0.2), at(-0.16), at(-0.12), 'p', 0),
               waveOf(at(-0.04), at(0), at(0.04), 'N', 1),
               waveOf(at(0.2), at(0.3), at(0.4), 't', 2)});
}

Beats beatsOf(const std::vector<BeatWaves>& waves, std::size_t leads = 1) {
  Beats beats;
  for (const BeatWaves& each : waves) {
    beats.all.emplace_back();
    beats.all.back().waves = each;
  }
  for (std::size_t lead = 0; lead < leads; ++lead) beats.leads.push_back({lead, waves});
  return beats;
}

Recording recordingAt500() {
  Recording recording;
  recording.samplingRate = 500;
  return recording;
}

void checkTally(const Tally& tally, std::size_t references, std::size_t detected,
                std::optional<std::size_t> extra) {
  CHECK(tally.references == references);
  CHECK(tally.detected == detected);
  CHECK(tally.extra == extra);
}

}  // namespace

TEST_CASE("reference waves: P, QRS and T by their marks") {
  const auto waves = wavesOf("(p)(N)(t)");
  REQUIRE(waves.size() == 3);
  checkWave(waves[0], WaveKind::p, 0, 0.01, 0.02);
  checkWave(waves[1], WaveKind::qrs, 0.03, 0.04, 0.05);
  checkWave(waves[2], WaveKind::t, 0.06, 0.07, 0.08);
}

TEST_CASE("reference waves: what is missing or doubled") {
  // The QT database: T and U waves without onset, other beats than normal ones.
  auto waves = wavesOf("(A)t)u)(B)");
  REQUIRE(waves.size() == 3);
  checkWave(waves[1], WaveKind::t, no, 0.03, 0.04);
  checkWave(waves[2], WaveKind::qrs, 0.07, 0.08, 0.09);
  // LUDB: peaks just outside their marks.
  waves = wavesOf("N()(t)");
  REQUIRE(waves.size() == 2);
  checkWave(waves[0], WaveKind::qrs, 0.01, 0, 0.02);
  waves = wavesOf("()N(t)");
  REQUIRE(waves.size() == 2);
  checkWave(waves[0], WaveKind::qrs, 0, 0.02, 0.01);
  checkWave(waves[1], WaveKind::t, 0.03, 0.04, 0.05);
  waves = wavesOf("N)(t(p)");
  REQUIRE(waves.size() == 3);
  checkWave(waves[0], WaveKind::qrs, no, 0, 0.01);
  checkWave(waves[1], WaveKind::t, 0.02, 0.03, no);
  waves = wavesOf("(((ttt)))()");
  REQUIRE(waves.size() == 1);
  checkWave(waves[0], WaveKind::t, 0.02, 0.03, 0.06);
  CHECK(wavesOf("()(").empty());
  CHECK(wavesOf(")))(+~)").empty());
}

TEST_CASE("reference waves: every order of marks is taken") {
  const std::string symbols = "()pNtu+";
  for (int code = 0; code < 7 * 7 * 7 * 7 * 7; ++code) {
    std::string word;
    for (int rest = code, i = 0; i < 5; ++i, rest /= 7)
      word += symbols[static_cast<std::size_t>(rest % 7)];
    const auto waves = wavesOf(word);
    CHECK(waves.size() <= 5);
    for (const auto& each : waves) CHECK(each.wave.found());
  }
}

TEST_CASE("reference beats of leads: half of the leads, their median") {
  const auto lead = [](std::vector<double> peaks) {
    std::vector<ReferenceWave> waves;
    for (const double peak : peaks) waves.push_back({WaveKind::qrs, {no, peak, no}});
    return waves;
  };
  auto beats = beatsOfLeads({lead({1, 2}), lead({1.04, 2.02, 3}), lead({1.1, 2.04})});
  REQUIRE(beats.size() == 2);
  CHECK(beats[0].time == 1.04);
  CHECK(beats[1].time == 2.02);
  beats = beatsOfLeads({lead({1}), lead({}), lead({2, 2.1})});
  REQUIRE(beats.size() == 2);
  CHECK(beats[1].time == doctest::Approx(2.05));
  CHECK(beatsOfLeads({}).empty());
}

TEST_CASE("marks: each lead by itself, from its first mark to its last") {
  const Annotations marks = join({annotatedBeat(2), annotatedBeat(3)});
  auto second = beatAt(3);
  second.t.offset += 0.03;
  second.p = {};
  // The first and the last beat are not marked; between them there is one too many.
  const Beats beats = beatsOf({beatAt(1), beatAt(2), beatAt(2.5), second, beatAt(4)}, 2);
  const auto record = evaluateRecord(recordingAt500(), beats, {{0, {marks, 0}}, {1, {marks, 0}}});
  checkTally(record.beats, 2, 2, 1);
  REQUIRE(record.compared.size() == 2);
  for (const ComparedMarks& lead : record.compared) {
    CHECK(lead.marks == MarksOf::eachLead);
    for (std::size_t mark = 0; mark < 3; ++mark) checkTally(lead.tallies[mark], 2, 1, 1);
    for (std::size_t mark = 3; mark < 9; ++mark) checkTally(lead.tallies[mark], 2, 2, 1);
    CHECK(*lead.tallies[8].meanError() == doctest::Approx(15));
    CHECK(*lead.tallies[8].deviation() == doctest::Approx(std::sqrt(2 * 15 * 15)));
  }
}

TEST_CASE("marks: a lead that was not delineated has missed all") {
  const Annotations marks = annotatedBeat(2);
  const auto record =
      evaluateRecord(recordingAt500(), beatsOf({beatAt(2)}, 1), {{0, {marks, 0}}, {1, {marks, 0}}});
  REQUIRE(record.compared.size() == 2);
  for (const Tally& tally : record.compared[0].tallies) checkTally(tally, 1, 1, 0);
  for (const Tally& tally : record.compared[1].tallies) checkTally(tally, 1, 0, 0);
}

TEST_CASE("marks: of a few beats, by the nearest lead and by all leads") {
  Annotations marks = join({annotatedBeat(2), annotatedBeat(3)});
  marks.erase(marks.begin() + 6);                      // the first T wave has no onset
  marks.erase(marks.begin() + 8, marks.begin() + 11);  // the second beat has no P wave
  auto early = beatAt(2), late = beatAt(2);
  early.qrs.onset -= 0.02;
  late.qrs.onset += 0.004;
  Beats beats = beatsOf({beatAt(1), early, beatAt(3), beatAt(4)}, 2);
  beats.leads[1].waves[1] = late;
  const auto record = evaluateRecord(recordingAt500(), beats, {{std::nullopt, {marks, 0}}});
  checkTally(record.beats, 2, 2, std::nullopt);
  REQUIRE(record.compared.size() == 2);
  CHECK(record.compared[0].marks == MarksOf::nearestLead);
  CHECK(record.compared[1].marks == MarksOf::allLeads);
  const MarkTallies &nearest = record.compared[0].tallies, &all = record.compared[1].tallies;
  checkTally(nearest[3], 2, 2, std::nullopt);
  checkTally(all[3], 2, 2, std::nullopt);
  CHECK(nearest[3].errorSum == doctest::Approx(4));
  CHECK(all[3].errorSum == doctest::Approx(-20));
  checkTally(all[0], 1, 1, 1);  // the P wave that is not there; those of other beats do not count
  checkTally(all[6], 1, 1, 0);  // the onset that is not marked of a T wave that is
  checkTally(all[7], 2, 2, 0);
}

TEST_CASE("marks: nothing found, and times that are no numbers") {
  const Annotations marks = annotatedBeat(2);
  BeatWaves broken = beatAt(2);
  broken.t = {no, std::numeric_limits<double>::infinity(),
              -std::numeric_limits<double>::infinity()};
  broken.qrs.peak = no;
  for (const auto& found : {std::vector<BeatWaves>{}, std::vector<BeatWaves>{broken}}) {
    const Beats beats = beatsOf(found, 1);
    const auto shared = evaluateRecord(recordingAt500(), beats, {{std::nullopt, {marks, 0}}});
    checkTally(shared.beats, 1, 0, std::nullopt);
    checkTally(shared.compared[1].tallies[7], 1, 0, 0);
    const auto own = evaluateRecord(recordingAt500(), beats, {{0, {marks, 0}}});
    checkTally(own.beats, 1, 0, 0);
    CHECK(!own.compared[0].tallies[7].meanError());
  }
}

TEST_CASE("marks: pooled deviation, and the mean of the records' own") {
  RecordTallies a, b;
  a.compared = {{MarksOf::allLeads, {}}};
  b.compared = {{MarksOf::allLeads, {}}};
  for (const double error : {0.010, 0.012}) a.compared[0].tallies[4].detect(error);
  for (const double error : {-0.010, -0.014}) b.compared[0].tallies[4].detect(error);
  const auto summary = summarize({a, b});
  REQUIRE(summary.compared.size() == 1);
  const MarkSummary& peak = summary.compared[0].summaries[4];
  CHECK(*peak.total.meanError() == doctest::Approx(-0.5));
  CHECK(*peak.total.deviation() == doctest::Approx(13.4040));
  CHECK(*peak.meanDeviation == doctest::Approx(1.5 * std::sqrt(2.0)));
  CHECK(!summary.compared[0].summaries[0].meanDeviation);
}
