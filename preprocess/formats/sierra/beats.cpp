#include "preprocess/formats/sierra/beats.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/base64.h"
#include "preprocess/formats/sierra/layout.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/int16_samples.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/formats/xml/signals.h"
#include "preprocess/leads/names.h"

namespace ecg::sierra {
namespace {

constexpr float filler = 32767;

/// Cuts off the end that no lead has samples for.
void trim(std::vector<xml::Signal>& signals) {
  std::size_t used = 0;
  for (const xml::Signal& signal : signals)
    for (std::size_t t = signal.samples.size(); t > used; --t)
      if (!std::isnan(signal.samples[t - 1])) used = t;
  for (xml::Signal& signal : signals) signal.samples.resize(std::min(used, signal.samples.size()));
}

std::vector<float> numbersOf(const xml::Element& beat, Coding coding, const std::string& where) {
  const xml::Element inner = beat.child("waveform");
  const std::string text = (inner ? inner : beat).text();
  if (coding == Coding::plain) return xml::readNumbers(text, xml::ListSeparator::blanks, {}, where);
  const auto samples = xml::int16Samples(decodeBase64(text, where), where);
  return {samples.begin(), samples.end()};
}

}  // namespace

bool canReadBeats(const xml::Element& beats) {
  if (!beats.child("repbeat")) return false;
  try {
    const auto rate = numberAttribute(beats, "samplespersec", "");
    const auto resolution = numberAttribute(beats, "resolution", "");
    return codingOf(beats, "") != Coding::xli && rate && *rate > 0 && resolution && *resolution > 0;
  } catch (const InputError&) {
    return false;
  }
}

void readBeats(const std::string& file, const xml::Element& beats, Recording& recording) {
  const Coding coding = codingOf(beats, file);
  recording.samplingRate = numberAttribute(beats, "samplespersec", file).value_or(0);
  const double step = numberAttribute(beats, "resolution", file).value_or(0) / 1000;
  std::vector<xml::Signal> signals;
  for (const xml::Element& beat : beats.children("repbeat")) {
    signals.emplace_back();
    xml::Signal& signal = signals.back();
    signal.lead.storedName = beat.attribute("leadname").value_or("");
    signal.lead.name = canonicalLeadName(signal.lead.storedName);
    const std::string where =
        sentence({file, ", beat of lead ", text::quoted(signal.lead.storedName)});
    signal.samples = numbersOf(beat, coding, where);
    for (float& value : signal.samples)
      value = value == filler ? std::numeric_limits<float>::quiet_NaN()
                              : static_cast<float>(value * step);
  }
  trim(signals);
  xml::putSignals(file, std::move(signals), {}, recording);
}

}  // namespace ecg::sierra
