#include "preprocess/formats/xml/signals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/text.h"

namespace ecg::xml {
namespace {

void leaveOutEmpty(std::vector<Signal>& signals, std::vector<Diagnostic>& diagnostics) {
  std::string names;
  for (const Signal& signal : signals)
    if (signal.samples.empty()) names += (names.empty() ? "" : ", ") + signal.lead.name;
  if (names.empty()) return;
  signals.erase(std::remove_if(signals.begin(), signals.end(),
                               [](const Signal& signal) { return signal.samples.empty(); }),
                signals.end());
  diagnostics.push_back({"other-channels", "Without samples and left out: " + names + "."});
}

void reportShort(const std::vector<Signal>& signals, Recording& recording) {
  std::string names;
  for (const Signal& signal : signals)
    if (signal.samples.size() < recording.length)
      names += (names.empty() ? "" : ", ") + signal.lead.name + " (" +
               std::to_string(signal.samples.size()) + ")";
  if (!names.empty())
    recording.diagnostics.push_back(
        {"short-lead", "These leads end before the others, which have " +
                           std::to_string(recording.length) +
                           " samples, and are NaN from there on: " + names + "."});
}

void reportMissing(const std::vector<Signal>& signals, Recording& recording) {
  std::size_t missing = 0;
  for (const Signal& signal : signals)
    missing += static_cast<std::size_t>(std::count_if(signal.samples.begin(), signal.samples.end(),
                                                      [](float x) { return std::isnan(x); }));
  if (missing)
    recording.diagnostics.push_back(
        {"missing-samples", std::to_string(missing) +
                                (missing == 1 ? " sample is" : " samples are") +
                                " missing from the file and NaN here."});
}

double likelyUnitsPerMillivolt(std::vector<float> raw) {
  constexpr double usual = 1.5;
  raw.erase(std::remove_if(raw.begin(), raw.end(), [](float x) { return std::isnan(x); }),
            raw.end());
  if (raw.empty()) return 1000;
  std::sort(raw.begin(), raw.end());
  const std::size_t cut = raw.size() / 200;
  const double spread = static_cast<double>(raw[raw.size() - 1 - cut]) - raw[cut];
  double best = 1000, nearest = std::numeric_limits<double>::infinity();
  for (const double units : {1.0, 100.0, 200.0, 400.0, 1000.0, 1e6}) {
    const double away = std::fabs(std::log(spread / units / usual));
    if (!(away < nearest)) continue;
    nearest = away;
    best = units;
  }
  return best;
}

}  // namespace

void putSignals(const std::string& file, std::vector<Signal> signals, Recording& recording) {
  constexpr std::size_t always = 1 << 24, times = 10;
  leaveOutEmpty(signals, recording.diagnostics);
  if (signals.empty())
    throw InputError("no-signal", file + " has no samples of any lead; get the original file.");
  std::size_t total = 0;
  for (const Signal& signal : signals) {
    recording.length = std::max(recording.length, signal.samples.size());
    total += signal.samples.size();
  }
  const std::size_t filled = recording.length * signals.size();
  if (filled > always && filled / times > total)
    throw InputError("bad-header", file + " has leads of very different length, up to " +
                                       std::to_string(recording.length) +
                                       " samples; get the original file.");
  recording.samples.assign(filled, std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < signals.size(); ++i) {
    recording.leads.push_back(signals[i].lead);
    std::copy(signals[i].samples.begin(), signals[i].samples.end(), recording.lead(i));
  }
  reportShort(signals, recording);
  reportMissing(signals, recording);
  reportDuplicateLeads(recording);
}

double askedUnitsPerMillivolt(const std::string& where, const std::vector<float>& raw,
                              const ReadOptions& options) {
  if (!options.unitsPerMillivolt)
    throw InputError("unit-unknown",
                     where + " does not say what its samples are in; give unitsPerMillivolt "
                             "(1 for mV, 1000 for uV; by their spread " +
                         text::number(likelyUnitsPerMillivolt(raw)) + " is likely).");
  const double units = *options.unitsPerMillivolt;
  if (units > 0 && std::isfinite(units)) return units;
  throw InputError("bad-option", where + " cannot be read with unitsPerMillivolt " +
                                     text::number(units) + "; give a number above 0.");
}

std::size_t chooseRecording(const std::string& file, const std::vector<std::string>& offered,
                            const ReadOptions& options, std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t listed = 12;
  std::string names;
  for (std::size_t i = 0; i < std::min(listed, offered.size()); ++i)
    names += (i ? ", " : "") + std::to_string(i + 1) + " " + offered[i];
  if (offered.size() > listed) names += " and " + std::to_string(offered.size() - listed) + " more";
  if (options.recording < 1 || options.recording > offered.size())
    throw InputError("no-such-recording", file + " has no recording " +
                                              std::to_string(options.recording) + "; it has " +
                                              names + ".");
  if (offered.size() > 1)
    diagnostics.push_back({"several-recordings", "Recording " + std::to_string(options.recording) +
                                                     " of these was read: " + names + "."});
  return options.recording - 1;
}

}  // namespace ecg::xml
