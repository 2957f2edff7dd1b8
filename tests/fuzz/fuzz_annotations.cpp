// Any bytes are read as WFDB annotations, and written and read again are the same, or refused with
// an InputError; any annotations can be compared with any beats.
#include <cstdint>
#include <cstdlib>

#include "preprocess/beats/evaluation/summary.h"
#include "preprocess/error.h"
#include "tests/support/wfdb_annotation_writer.h"

namespace {

using namespace ecg;

void require(bool holds) {
  if (!holds) std::abort();
}

WfdbAnnotations read(const std::uint8_t* data, std::size_t size) {
  const WfdbAnnotations read = readWfdbAnnotations({"fuzz.atr", {data, size}});
  for (const WfdbAnnotation& each : read.all) {
    require(each.sample >= 0 && each.code >= 0 && each.code < 50);
    require(each.symbol() >= ' ' && each.symbol() < 127);
  }
  return read;
}

/// A beat at every seventh mark: near some, far from others.
Beats beatsFor(const WfdbAnnotations& annotations) {
  Beats beats;
  for (std::size_t i = 0; i < annotations.all.size(); i += 7) {
    const double time = static_cast<double>(annotations.all[i].sample) / 250;
    beats.all.emplace_back();
    beats.all.back().waves.qrs = {time - 0.04, time, time + 0.04};
    beats.all.back().waves.t.peak = time + 0.3;
  }
  LeadBeats lead;
  for (const Beat& beat : beats.all) lead.waves.push_back(beat.waves);
  beats.leads = {lead};
  return beats;
}

void compare(const WfdbAnnotations& annotations) {
  Recording recording;
  recording.samplingRate = 250;
  const Beats beats = beatsFor(annotations);
  for (const std::optional<std::size_t> lead : {std::optional<std::size_t>(), {0}}) {
    const auto record =
        evaluation::evaluateRecord(recording, beats, {{lead, annotations}}, {0.15, 1});
    for (const auto& compared : evaluation::summarize({record}).compared)
      for (const auto& mark : compared.summaries)
        require(mark.total.detected <= mark.total.references);
    require(record.beats.detected <= record.beats.references);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const WfdbAnnotations first = read(data, size);
    const std::string written = test::writeWfdbAnnotations(first.all);
    const WfdbAnnotations again =
        read(reinterpret_cast<const std::uint8_t*>(written.data()), written.size());
    require(again.all.size() == first.all.size());
    for (std::size_t i = 0; i < first.all.size(); ++i)
      require(again.all[i].sample == first.all[i].sample && again.all[i].aux == first.all[i].aux &&
              again.all[i].number == first.all[i].number &&
              again.all[i].channel == first.all[i].channel);
    compare(first);
  } catch (const InputError& error) {
    const std::string code = error.code();
    require(code == "truncated" || code == "bad-annotations" || code == "unsupported-format" ||
            code == "no-annotations");
  }
  return 0;
}
