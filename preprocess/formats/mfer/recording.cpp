#include "preprocess/formats/mfer/recording.h"

#include <algorithm>

#include "preprocess/formats/mfer/codes.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::mfer {
namespace {

/// The highest rate of the channels that `wanted` picks; 0 where it picks none.
template <typename Wanted>
double highestRate(const Series& series, Wanted wanted) {
  double rate = 0;
  for (const Channel& channel : series.channels)
    if (!channel.status && wanted(channel)) rate = std::max(rate, channel.rate);
  return rate;
}

double rateOf(const Series& series) {
  if (const double rate = highestRate(series, [](const Channel& channel) {
        return channel.voltage && isStandardLead(channel.name);
      }))
    return rate;
  if (const double rate = highestRate(series, [](const Channel& c) { return c.voltage; }))
    return rate;
  return highestRate(series, [](const Channel&) { return true; });
}

void report(Recording& recording, const std::string& code, std::string message) {
  say(recording.diagnostics, code, {std::move(message)});
}

/// The channels to read; says which were left out.
std::vector<std::size_t> chooseChannels(const std::string& file, const Series& series,
                                        Recording& recording) {
  std::vector<std::size_t> kept;
  std::string status;
  recording.samplingRate = rateOf(series);
  for (std::size_t i = 0; i < series.channels.size(); ++i) {
    const Channel& channel = series.channels[i];
    if (channel.status) {
      status += (status.empty() ? "" : ", ") + channel.name;
    } else if (channel.rate != recording.samplingRate) {
      report(recording, "other-rate",
             "Channel " + channel.name + " at " + text::number(channel.rate, 9) +
                 " Hz was left out: the leads have " + text::number(recording.samplingRate, 9) +
                 " Hz.");
    } else {
      kept.push_back(i);
      recording.length = std::max(recording.length, series.samples[i].size());
    }
  }
  if (!status.empty())
    report(recording, "other-channels", "Channels of status bits were left out: " + status + ".");
  if (recording.length == 0)
    reject("no-signal", {file, " holds no samples of a wave; get the original file."});
  return kept;
}

double stepsPerMillivolt(const std::string& file, const Channel& channel,
                         const std::vector<float>& samples, const ReadOptions& options) {
  if (channel.scaled) return 1;
  return askedUnitsPerMillivolt(
      sentence({file, " does not say the resolution (MWF_SEN) of channel ", channel.name}), samples,
      options);
}

void reportSeries(const Series& series, Recording& recording) {
  if (!series.gaps.empty()) {
    recording.diagnostics.push_back(gapDiagnostic(series.gaps, series.channels.front().rate));
  }
  if (series.truncated)
    report(recording, "truncated-tail",
           "A frame holds fewer samples than it states; those that are there were read.");
  if (std::any_of(series.channels.begin(), series.channels.end(),
                  [](const Channel& channel) { return !channel.rateStated; }))
    report(recording, "rate-default",
           "The file states no sampling interval, for which the standard has 1000 Hz.");
}

}  // namespace

void assemble(const std::string& file, const Series& series, const ReadOptions& options,
              Recording& recording) {
  const std::vector<std::size_t> kept = chooseChannels(file, series, recording);
  recording.samples.assign(kept.size() * recording.length, std::numeric_limits<float>::quiet_NaN());
  for (std::size_t lead = 0; lead < kept.size(); ++lead) {
    const Channel& channel = series.channels[kept[lead]];
    const std::vector<float>& samples = series.samples[kept[lead]];
    const double steps = stepsPerMillivolt(file, channel, samples, options);
    recording.leads.push_back({channel.name, channel.storedName, channel.unit});
    std::transform(samples.begin(), samples.end(), recording.lead(lead), [&](float value) {
      return channel.scaled ? value : static_cast<float>(value / steps);
    });
  }
  reportSeries(series, recording);
  reportDuplicateLeads(recording);
}

const Series& choose(const std::string& file, const std::vector<Series>& all,
                     const ReadOptions& options, Recording& recording) {
  if (all.empty())
    reject("no-signal", {file, " holds no waveform (MWF_WAV); get the original file."});
  std::vector<std::string> offered;
  for (const Series& each : all)
    offered.push_back(waveformName(each.waveform()) + " (" + std::to_string(each.channels.size()) +
                      (each.channels.size() == 1 ? " channel, " : " channels, ") +
                      text::number(each.duration()) + " s)");
  return all[chooseRecording(file, offered, options, recording)];
}

}  // namespace ecg::mfer
