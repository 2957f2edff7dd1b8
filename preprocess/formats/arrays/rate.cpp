#include "preprocess/formats/arrays/rate.h"

#include <cmath>
#include <utility>

#include "preprocess/formats/arrays/facts.h"
#include "preprocess/formats/csv_heading.h"
#include "preprocess/formats/csv_time.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::arrays {
namespace {

constexpr double slowest = 50, fastest = 4000;  // Hz that are plausible for an ECG
constexpr std::pair<const char*, double> timeUnits[] = {
    {"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"ns", 1e-9}};

bool agree(double one, double other) { return std::fabs(one / other - 1) <= 0.01; }

/// The step of the times that belong to the signal; 0 where there are none or they are uneven.
double timeStep(const Contents& contents, const std::string& parent, std::size_t length,
                std::string& unit) {
  for (const Item* item : closest(contents, parent, Meaning::time)) {
    if (item->isText() || item->numbers.size() != length || length < 3) continue;
    std::vector<double> times(length);
    for (std::size_t i = 0; i < length; ++i) times[i] = item->numbers.at(i);
    const auto timing = csv::analyseTimes(times);
    if (!timing.fault.empty() || !timing.gaps.empty() || !(timing.step > 0)) continue;
    unit = csv::parseHeading(item->name).unit;
    return timing.step;
  }
  return 0;
}

std::optional<double> rateByTimes(double step, const std::string& unit, std::optional<double> given,
                                  std::vector<Diagnostic>& diagnostics) {
  if (const auto seconds = secondsPerTimeUnit(unit)) return 1 / (step * *seconds);
  for (const auto& [name, seconds] : timeUnits) {
    const double hertz = 1 / (step * seconds);
    const bool fits =
        given ? agree(hertz, *given) : seconds == 1 && hertz >= slowest && hertz <= fastest;
    if (!fits) continue;
    say(diagnostics, "time-unit-assumed",
        {"The times do not say their unit and were taken as ", name, ", ", text::number(hertz),
         " Hz."});
    return hertz;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> settleRate(const std::string& file, const Contents& contents,
                                 const std::string& parent, std::size_t length,
                                 const ReadOptions& options, std::vector<Diagnostic>& diagnostics) {
  const auto& given = options.samplingRate;
  auto rate = statedRate(file, contents, parent);
  if (!rate) {
    std::string unit;
    const double step = timeStep(contents, parent, length, unit);
    if (step > 0) rate = rateByTimes(step, unit, given, diagnostics);
  }
  if (!rate || !(*rate > 0) || !std::isfinite(*rate)) return given;
  if (given && !agree(*rate, *given))
    reject("rate-mismatch", {file, " says ", text::number(*rate), " Hz, but ", text::number(*given),
                             " Hz was given; leave samplingRate out."});
  return rate;
}

}  // namespace ecg::arrays
