#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "preprocess/beats/beats.h"
#include "preprocess/beats/evaluation/summary.h"
#include "preprocess/error.h"
#include "wasm/convert.h"
#include "wasm/recording_values.h"
#include "wasm/values.h"

namespace wasm {
namespace {

namespace evaluation = ecg::evaluation;

/// The counts, and the sums that make means and deviations of several tallies.
val fromTally(const evaluation::Tally& tally) {
  val out = val::object();
  out.set("references", static_cast<double>(tally.references));
  out.set("detected", static_cast<double>(tally.detected));
  out.set("extra", tally.extra ? val(static_cast<double>(*tally.extra)) : val::null());
  out.set("errorSum", tally.errorSum);
  out.set("errorSquares", tally.errorSquares);
  return out;
}

evaluation::Tally toTally(const val& tally) {
  evaluation::Tally out;
  out.references = static_cast<std::size_t>(tally["references"].as<double>());
  out.detected = static_cast<std::size_t>(tally["detected"].as<double>());
  out.extra.reset();
  if (const auto extra = optionalField<double>(tally, "extra"))
    out.extra = static_cast<std::size_t>(*extra);
  out.errorSum = tally["errorSum"].as<double>();
  out.errorSquares = tally["errorSquares"].as<double>();
  return out;
}

evaluation::MarksOf toMarksOf(const std::string& name) {
  for (std::size_t of = 0; of < evaluation::marksOfCount; ++of)
    if (const auto marks = static_cast<evaluation::MarksOf>(of);
        name == evaluation::marksOfName(marks))
      return marks;
  throw ecg::InputError("bad-option", "There are no marks of " + name + ".");
}

evaluation::RecordTallies toRecord(const val& record) {
  evaluation::RecordTallies out;
  out.beats = toTally(record["beats"]);
  for (const val& compared : emscripten::vecFromJSArray<val>(record["compared"])) {
    out.compared.emplace_back();
    out.compared.back().marks = toMarksOf(compared["marks"].as<std::string>());
    const auto tallies = emscripten::vecFromJSArray<val>(compared["tallies"]);
    for (std::size_t mark = 0; mark < tallies.size() && mark < evaluation::markCount; ++mark)
      out.compared.back().tallies[mark] = toTally(tallies[mark]);
  }
  return out;
}

val fromRates(const evaluation::Tally& tally) {
  val out = fromTally(tally);
  out.set("sensitivity", orNull(tally.sensitivity()));
  out.set("ppv", orNull(tally.ppv()));
  out.set("mean", orNull(tally.meanError()));
  out.set("deviation", orNull(tally.deviation()));
  return out;
}

val fromMark(const evaluation::MarkSummary& summary, const evaluation::PublishedMark& published) {
  val out = fromRates(summary.total);
  out.set("name", std::string(published.name));
  out.set("meanDeviation", orNull(summary.meanDeviation));
  out.set("cseTwoDeviations", orNull(published.cseTwoDeviations));
  out.set("wavedetMean", orNull(published.wavedetMean));
  out.set("wavedetDeviation", orNull(published.wavedetDeviation));
  return out;
}

val fromCompared(const evaluation::ComparedSummary& compared) {
  val points = val::array();
  for (std::size_t mark = 0; mark < evaluation::markCount; ++mark)
    points.set(mark, fromMark(compared.summaries[mark], evaluation::publishedMarks()[mark]));
  val out = val::object();
  out.set("marks", std::string(evaluation::marksOfName(compared.marks)));
  out.set("points", points);
  return out;
}

ecg::WfdbAnnotations readAnnotations(const val& file) {
  const auto bytes = emscripten::convertJSArrayToNumberVector<std::uint8_t>(file["bytes"]);
  return ecg::readWfdbAnnotations({file["name"].as<std::string>(), {bytes.data(), bytes.size()}});
}

std::vector<evaluation::AnnotatedLead> toAnnotated(const val& files) {
  std::vector<evaluation::AnnotatedLead> out;
  for (const val& file : emscripten::vecFromJSArray<val>(files)) {
    out.push_back({std::nullopt, readAnnotations(file)});
    if (const auto lead = optionalField<double>(file, "lead"))
      out.back().lead = static_cast<std::size_t>(*lead);
  }
  return out;
}

}  // namespace

val evaluateBeats(val recording, val files, val options) {
  return guarded([&] {
    const auto annotated = toAnnotated(files);
    const ecg::Recording read = toRecording(recording);
    evaluation::Options wanted;
    wanted.windowSeconds = field(options, "windowSeconds", wanted.windowSeconds);
    wanted.skipSeconds = field(options, "skipSeconds", wanted.skipSeconds);
    const auto record = evaluation::evaluateRecord(read, ecg::findBeats(read), annotated, wanted);
    val out = val::object();
    out.set("beats", fromTally(record.beats));
    out.set("compared", array(record.compared, [](const evaluation::ComparedMarks& compared) {
              val item = val::object();
              item.set("marks", std::string(evaluation::marksOfName(compared.marks)));
              item.set("tallies", array(compared.tallies, fromTally));
              return item;
            }));
    return out;
  });
}

val summarizeBeats(val records) {
  return guarded([&] {
    std::vector<evaluation::RecordTallies> tallies;
    for (const val& record : emscripten::vecFromJSArray<val>(records))
      tallies.push_back(toRecord(record));
    const evaluation::Summary summary = evaluation::summarize(tallies);
    val out = val::object();
    out.set("records", array(tallies, [](const evaluation::RecordTallies& record) {
              return fromRates(record.beats);
            }));
    out.set("beats", fromRates(summary.beats));
    out.set("averageSensitivity", orNull(summary.averageSensitivity));
    out.set("averagePpv", orNull(summary.averagePpv));
    out.set("compared", array(summary.compared, fromCompared));
    return out;
  });
}

}  // namespace wasm
