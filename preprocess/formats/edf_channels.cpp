#include "preprocess/formats/edf_channels.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/leads/names.h"

namespace ecg::edf {
namespace {

bool isLabelledEcg(const Signal& signal) {
  const std::string label = text::lower(signal.label);
  return label.find("ecg") != std::string::npos || label.find("ekg") != std::string::npos ||
         isStandardLead(canonicalLeadName(signal.label));
}

bool isVoltage(const Signal& signal) {
  return voltageUnitsPerMillivolt(signal.dimension).has_value();
}

/// The largest samples-per-record of the signals that `wanted` picks; 0 where it picks none.
std::size_t highest(const Header& header, const std::function<bool(const Signal&)>& wanted) {
  std::size_t most = 0;
  for (const Signal& signal : header.signals)
    if (!signal.annotations && wanted(signal)) most = std::max(most, signal.samplesPerRecord);
  return most;
}

/// The samples-per-record that the most signals have, the larger one of two.
std::size_t commonest(const Header& header) {
  std::map<std::size_t, std::size_t> count;
  for (const Signal& signal : header.signals)
    if (!signal.annotations) ++count[signal.samplesPerRecord];
  std::size_t best = 0;
  for (const auto& [samples, signals] : count)
    if (best == 0 || signals >= count[best]) best = samples;
  return best;
}

std::string hertz(const Header& header, std::size_t samplesPerRecord) {
  return text::number(static_cast<double>(samplesPerRecord) / header.recordSeconds, 9) + " Hz";
}

/// Which samples-per-record the recording has; a guess from the units or from numbers is said.
std::size_t chooseSamples(const Header& header, std::vector<Diagnostic>& diagnostics) {
  if (const std::size_t samples = highest(header, isLabelledEcg)) return samples;
  std::size_t samples = highest(header, isVoltage);
  const bool voltage = samples != 0;
  if (!voltage) samples = commonest(header);
  const std::size_t other =
      highest(header, [&](const Signal& s) { return s.samplesPerRecord != samples; });
  if (other || !voltage)
    say(diagnostics, "rate-chosen",
        {"No signal is labelled as ECG; ",
         (voltage ? "the signals in volts with the highest rate, "
                  : "none is in volts either, and the commonest rate, "),
         hertz(header, samples), ", were read."});
  return samples;
}

/// What is wrong with a signal's calibration; empty where it can be used.
std::string calibrationFault(const Signal& signal, std::size_t sampleBytes) {
  if (!signal.digitalMin || !signal.digitalMax)
    return "a digital minimum or maximum that is no number";
  if (!signal.physicalMin || !signal.physicalMax)
    return "a physical minimum or maximum that is no number";
  const double limit = sampleBytes == 3 ? 8388608 : 32768;
  if (*signal.digitalMin < -limit || *signal.digitalMax > limit)
    return "digital limits that its samples cannot hold";
  if (*signal.digitalMin >= *signal.digitalMax)
    return "a digital minimum that is not below its digital maximum";
  if (*signal.physicalMin == *signal.physicalMax) return "equal physical minimum and maximum";
  // A sample may lie outside the digital limits, so the bound leaves it far from a float's end.
  const double largest = std::max(std::fabs(*signal.physicalMin), std::fabs(*signal.physicalMax));
  if (largest > 1e12 * voltageUnitsPerMillivolt(signal.dimension).value_or(1))
    return "physical limits beyond all measure";
  return "";
}

std::optional<Channel> makeChannel(const NamedBytes& file, const Header& header, std::size_t index,
                                   const ReadOptions& options, bool required,
                                   std::vector<Diagnostic>& diagnostics) {
  const Signal& signal = header.signals[index];
  if (const std::string fault = calibrationFault(signal, header.sampleBytes); !fault.empty()) {
    if (required)
      reject("bad-header", {file.name, " gives signal ", index + 1, " (", signal.label, ") ", fault,
                            "; its values cannot be known: export it again."});
    say(diagnostics, "uncalibrated",
        {"Signal ", signal.label, " was left out: it has ", fault, "."});
    return std::nullopt;
  }
  Channel channel;
  channel.signal = index;
  channel.digitalMin = *signal.digitalMin;
  channel.digitalMax = *signal.digitalMax;
  channel.physicalMin = *signal.physicalMin;
  channel.physicalMax = *signal.physicalMax;
  channel.lead = {canonicalLeadName(signal.label), signal.label, signal.dimension};
  auto perMillivolt = voltageUnitsPerMillivolt(signal.dimension);
  if (!perMillivolt && signal.dimension.empty() && isLabelledEcg(signal)) {
    perMillivolt = options.unitsPerMillivolt;
    if (!perMillivolt || !(*perMillivolt > 0))
      reject("unit-unknown", {file.name, " does not say the unit of signal ", signal.label,
                              "; give unitsPerMillivolt (1 for mV, 1000 for uV)."});
  }
  if (perMillivolt) {
    channel.unitsPerMillivolt = *perMillivolt;
    channel.lead.unit = "mV";
  }
  return channel;
}

}  // namespace

Channels chooseChannels(const NamedBytes& file, const Header& header, const ReadOptions& options,
                        std::vector<Diagnostic>& diagnostics) {
  const auto& signals = header.signals;
  if (std::all_of(signals.begin(), signals.end(), [](const Signal& s) { return s.annotations; }))
    reject("no-signal", {file.name,
                         " holds annotations only and no signal; choose the "
                         "recording that they belong to."});
  if (header.recordSeconds <= 0)
    reject("bad-header", {file.name,
                          " says that a record lasts 0 seconds (byte 244), so its "
                          "sampling rate cannot be known; export it again."});
  Channels result;
  result.samplesPerRecord = chooseSamples(header, diagnostics);
  result.samplingRate = static_cast<double>(result.samplesPerRecord) / header.recordSeconds;
  const bool anyEcg = highest(header, isLabelledEcg) || highest(header, isVoltage);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    if (signals[i].annotations) continue;
    if (signals[i].samplesPerRecord != result.samplesPerRecord) {
      say(diagnostics, "other-rate",
          {"Signal ", signals[i].label, " at ", hertz(header, signals[i].samplesPerRecord),
           " was left out: the leads have ", hertz(header, result.samplesPerRecord), "."});
      continue;
    }
    const bool required = !anyEcg || isLabelledEcg(signals[i]) || isVoltage(signals[i]);
    if (auto channel = makeChannel(file, header, i, options, required, diagnostics))
      result.kept.push_back(std::move(*channel));
  }
  return result;
}

}  // namespace ecg::edf
