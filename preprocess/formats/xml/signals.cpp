#include "preprocess/formats/xml/signals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::xml {
namespace {

/// Leads that neither the file nor the caller names are called by their places, which is said.
void nameLeads(std::vector<Signal>& signals, const ReadOptions& options,
               std::vector<Diagnostic>& diagnostics) {
  bool unnamed = false;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    std::string& name = signals[i].lead.name;
    if (name.empty() && i < options.leads.size()) name = canonicalLeadName(options.leads[i]);
    if (!name.empty()) continue;
    name = "lead " + std::to_string(i + 1);
    unnamed = true;
  }
  if (unnamed)
    say(diagnostics, "lead-unnamed",
        {"The file does not name all of its leads; give leads to name them."});
}

void leaveOutEmpty(std::vector<Signal>& signals, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> names;
  for (const Signal& signal : signals)
    if (signal.samples.empty()) names.push_back(signal.lead.name);
  if (names.empty()) return;
  signals.erase(std::remove_if(signals.begin(), signals.end(),
                               [](const Signal& signal) { return signal.samples.empty(); }),
                signals.end());
  say(diagnostics, "other-channels", {"Without samples and left out: ", text::listOf(names), "."});
}

void reportShort(const std::vector<Signal>& signals, Recording& recording) {
  std::string names;
  for (const Signal& signal : signals)
    if (signal.samples.size() < recording.length)
      names += sentence(
          {(names.empty() ? "" : ", "), signal.lead.name, " (", signal.samples.size(), ")"});
  if (!names.empty())
    say(recording.diagnostics, "short-lead",
        {"These leads end before the others, which have ", recording.length,
         " samples, and are NaN from there on: ", names, "."});
}

void reportMissing(const std::vector<Signal>& signals, Recording& recording) {
  std::size_t missing = 0;
  for (const Signal& signal : signals)
    missing += static_cast<std::size_t>(std::count_if(signal.samples.begin(), signal.samples.end(),
                                                      [](float x) { return std::isnan(x); }));
  if (missing)
    say(recording.diagnostics, "missing-samples",
        {missing, (missing == 1 ? " sample is" : " samples are"),
         " missing from the file and NaN here."});
}

}  // namespace

void putSignals(const std::string& file, std::vector<Signal> signals, const ReadOptions& options,
                Recording& recording) {
  constexpr std::size_t always = 1 << 24, times = 10;
  nameLeads(signals, options, recording.diagnostics);
  leaveOutEmpty(signals, recording.diagnostics);
  if (signals.empty())
    reject("no-signal", {file, " has no samples of any lead; get the original file."});
  std::size_t total = 0;
  for (const Signal& signal : signals) {
    recording.length = std::max(recording.length, signal.samples.size());
    total += signal.samples.size();
  }
  const std::size_t filled = recording.length * signals.size();
  if (filled > always && filled / times > total)
    reject("bad-header", {file, " has leads of very different length, up to ", recording.length,
                          " samples; get the original file."});
  recording.samples.assign(filled, std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < signals.size(); ++i) {
    recording.leads.push_back(signals[i].lead);
    std::copy(signals[i].samples.begin(), signals[i].samples.end(), recording.lead(i));
  }
  reportShort(signals, recording);
  reportMissing(signals, recording);
  reportDuplicateLeads(recording);
}

}  // namespace ecg::xml
