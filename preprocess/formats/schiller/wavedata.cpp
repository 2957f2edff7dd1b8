#include "preprocess/formats/schiller/wavedata.h"

#include <algorithm>

#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/formats/xml/signals.h"
#include "preprocess/leads/names.h"

namespace ecg::schiller {
namespace {

bool isRhythm(const std::string& type) { return type == "ecg_rhythms" || type == "ecg_rhythm"; }

std::string describe(const std::string& type, std::size_t leads) {
  const std::string kind = isRhythm(type)           ? "rhythm"
                           : type == "ecg_averages" ? "averaged beats"
                           : type.empty()           ? "waves"
                                                    : text::quoted(type);
  return sentence({kind, " (", leads, (leads == 1 ? " lead)" : " leads)")});
}

double samplingRate(const std::string& file, xml::Element wavedata, const ReadOptions& options) {
  constexpr double most = 1e6;
  const xml::Element rate = wavedata.at("resolution/samplerate");
  const std::string exponent = rate.child("exponent").text(), value = rate.child("value").text();
  if (!value.empty() && (exponent.empty() || exponent == "1")) {
    const double hertz = xml::readNumber(value, file, "its samplerate");
    if (hertz > 0 && hertz <= most) return hertz;
    reject("bad-header", {file, " has a samplerate of ", text::number(hertz),
                          ", which is no rate of an ECG; get the original file."});
  }
  return askedSamplingRate(file + (value.empty() ? " does not say its samplerate"
                                                 : " has a samplerate with an exponent other than "
                                                   "1, whose meaning is not known"),
                           options);
}

/// How the whole numbers of a wavedata become mV, but for the unit where it does not say that.
struct Resolution {
  double perBit = 1;
  std::optional<double> unitsPerMillivolt;
};

Resolution resolutionOf(const std::string& file, xml::Element wavedata) {
  const xml::Element yres = wavedata.at("resolution/yres");
  Resolution resolution;
  const std::string perBit = yres.child("unitperbit").text();
  const std::string units = yres.child("units").text();
  if (perBit.empty() || units.empty()) return resolution;
  resolution.perBit = xml::readNumber(perBit, file, "its unitperbit");
  resolution.unitsPerMillivolt = voltageUnitsPerMillivolt(units);
  if (!resolution.unitsPerMillivolt)
    reject("unit-unknown", {file, " has ", text::quoted(units),
                            " for the units of its samples, which is no voltage; "
                            "correct it in the file."});
  if (resolution.perBit == 0)
    reject("bad-header", {file, " has a unitperbit of 0; get the original file."});
  return resolution;
}

void checkEncoding(const std::string& where, xml::Element channel) {
  const std::string type = channel.child("datastype").text();
  const std::string ending = "separate";
  const std::string lower = text::lower(type);
  if (type.empty() || (lower.size() >= ending.size() &&
                       lower.compare(lower.size() - ending.size(), ending.size(), ending) == 0))
    return;
  reject("unsupported-encoding", {where, " has samples as ", text::quoted(type),
                                  "; only separated numbers can be read, export it "
                                  "so."});
}

/// Its list is whole, since the document is: that the count differs is said.
void checkCount(const std::string& name, xml::Element channel, std::size_t samples,
                std::vector<Diagnostic>& diagnostics) {
  const std::string said = channel.child("samplecount").text();
  if (said.empty() || said == std::to_string(samples)) return;
  say(diagnostics, "sample-count",
      {"Lead ", name, " has ", samples, " samples, but its samplecount says ", text::quoted(said),
       "."});
}

}  // namespace

std::vector<Wavedata> wavedataOf(xml::Element root) {
  std::vector<Wavedata> rhythm, others;
  for (const xml::Element& data : root.children("eventdata")) {
    for (const xml::Element& event : data.children("event")) {
      for (const xml::Element& each : event.children("wavedata")) {
        const std::string type = text::lower(each.child("type").text());
        const std::size_t leads = each.children("channel").size();
        if (leads == 0) continue;
        (isRhythm(type) ? rhythm : others).push_back({each, event, describe(type, leads)});
      }
    }
  }
  rhythm.insert(rhythm.end(), others.begin(), others.end());
  return rhythm;
}

void readWavedata(const std::string& file, const Wavedata& wavedata, const ReadOptions& options,
                  Recording& recording) {
  recording.samplingRate = samplingRate(file, wavedata.element, options);
  const Resolution resolution = resolutionOf(file, wavedata.element);
  std::vector<xml::Signal> signals;
  for (const xml::Element& channel : wavedata.element.children("channel")) {
    xml::Signal signal;
    Lead& lead = signal.lead;
    lead.storedName = channel.child("name").text();
    lead.name = canonicalLeadName(lead.storedName);
    const std::string called = lead.name.empty() ? std::to_string(signals.size() + 1) : lead.name;
    const std::string where = sentence({file, ", lead ", called, ","});
    checkEncoding(where, channel);
    xml::Calibration calibration{0, resolution.perBit, resolution.unitsPerMillivolt.value_or(1)};
    const std::string data = channel.child("data").text();
    const auto list = [&] {
      return xml::readNumbers(data, xml::ListSeparator::commasOrBlanks, calibration, where);
    };
    if (!resolution.unitsPerMillivolt)
      calibration.unitsPerOne = askedUnitsPerMillivolt(
          where + " does not say the unit of its samples (yres)",
          options.unitsPerMillivolt ? std::vector<float>() : list(), options);
    signal.samples = list();
    checkCount(called, channel, signal.samples.size(), recording.diagnostics);
    signals.push_back(std::move(signal));
  }
  xml::putSignals(file, std::move(signals), options, recording);
}

}  // namespace ecg::schiller
