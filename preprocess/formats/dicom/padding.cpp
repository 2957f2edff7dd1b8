#include "preprocess/formats/dicom/padding.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ecg::dicom {
namespace {

/// The least and largest of a channel's samples that are not the padding value.
struct Range {
  std::int64_t low = std::numeric_limits<std::int64_t>::max();
  std::int64_t high = std::numeric_limits<std::int64_t>::min();
  bool empty() const { return low > high; }
};

Range rangeBut(std::int64_t padding, const Samples& samples, std::size_t channel) {
  Range range;
  for (std::size_t i = 0; i < samples.length(); ++i) {
    const std::int64_t sample = samples.at(i, channel);
    if (sample == padding) continue;
    range.low = std::min(range.low, sample);
    range.high = std::max(range.high, sample);
  }
  return range;
}

/// True where no measured sample can have the padding value: it ends the samples' own range, or
/// lies farther from the channel's others than they lie from one another.
bool standsApart(std::int64_t padding, const Samples& samples, const Range& range) {
  if (range.empty() || padding == samples.lowest() || padding == samples.highest()) return true;
  const std::int64_t width = range.high - range.low;
  return padding < range.low - width || padding > range.high + width;
}

struct Count {
  std::size_t missing = 0, kept = 0;
};

/// @param shortest a run of the padding value that is missing samples.
Count blank(const Samples& samples, std::size_t channel, std::size_t shortest, float* out) {
  Count count;
  for (std::size_t i = 0; i < samples.length();) {
    std::size_t end = i;
    while (end < samples.length() && samples.at(end, channel) == *samples.padding()) ++end;
    const std::size_t run = end - i;
    if (run >= shortest) {
      std::fill(out + i, out + end, std::numeric_limits<float>::quiet_NaN());
      count.missing += run;
    } else {
      count.kept += run;
    }
    i = std::max(end, i + 1);
  }
  return count;
}

}  // namespace

void applyPadding(const Samples& samples, Recording& recording) {
  if (samples.paddingUnclear())
    say(recording.diagnostics, "padding-value",
        {"The file's padding value (5400,100a) is not of the size of "
         "a sample and was not applied."});
  if (!samples.padding()) return;
  const std::int64_t padding = *samples.padding();
  const double second = std::ceil(std::min(recording.samplingRate, 1e9));
  std::size_t missing = 0, kept = 0;
  std::string leads;
  for (std::size_t c = 0; c < samples.channels(); ++c) {
    const Range range = rangeBut(padding, samples, c);
    const bool apart = standsApart(padding, samples, range);
    const std::size_t shortest =
        apart ? 1 : std::max<std::size_t>(1, static_cast<std::size_t>(second));
    const Count count = blank(samples, c, shortest, recording.lead(c));
    missing += count.missing;
    kept += count.kept;
    if (count.missing)
      leads += sentence({(leads.empty() ? "" : ", "), recording.leads[c].name, " ", count.missing});
  }
  if (missing)
    say(recording.diagnostics, "gap",
        {"Samples with the file's padding value ", padding, " are missing and NaN here: ", leads,
         "."});
  if (kept)
    say(recording.diagnostics, "padding-value",
        {kept, " samples have the file's padding value ", padding,
         " in the midst of the signal and were taken as measured."});
}

}  // namespace ecg::dicom
