#include "preprocess/formats/csv_rate.h"

#include <cmath>
#include <utility>

#include "preprocess/formats/text.h"

namespace ecg::csv {
namespace {

constexpr double slowest = 50, fastest = 4000;  // Hz that are plausible for an ECG
constexpr std::pair<const char*, double> timeUnits[] = {
    {"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"ns", 1e-9}};

bool agree(double one, double other) { return std::fabs(one / other - 1) <= 0.01; }
bool isPlausible(double hertz) { return hertz >= slowest && hertz <= fastest; }
std::string inHertz(double rate) { return text::number(rate) + " Hz"; }

[[noreturn]] void refuse(const std::string& file, const std::string& one, double oneRate,
                         const std::string& other, double otherRate) {
  reject("rate-mismatch", {file, ": ", one, " gives ", inHertz(oneRate), ", but ", other, " gives ",
                           inHertz(otherRate), "; correct the wrong one."});
}

/// What the times would mean in the units that make the rate plausible.
std::string unitHint(double step) {
  std::string hint;
  for (const auto& [unit, seconds] : timeUnits)
    if (const double hertz = 1 / (step * seconds); isPlausible(hertz))
      hint += sentence({(hint.empty() ? "" : ", "), inHertz(hertz), " if its times are in ", unit});
  return hint;
}

/// The rate by times whose unit is unsaid: in the unit that agrees with `known`, or in seconds if
/// that is plausible.
std::optional<double> rateWithoutUnit(const std::string& file, double step,
                                      std::optional<double> known,
                                      std::vector<Diagnostic>& diagnostics) {
  const bool seconds = isPlausible(1 / step);
  for (const auto& [unit, length] : timeUnits) {
    const double hertz = 1 / (step * length);
    if (known ? !agree(hertz, *known) : !(seconds && length == 1)) continue;
    say(diagnostics, "time-unit-assumed",
        {"The time column does not say its unit and was "
         "taken as ",
         std::string(unit), ", ", inHertz(hertz), "."});
    return hertz;
  }
  if (known)
    refuse(file, "the stated rate", *known, "the time column, taken as seconds,", 1 / step);
  return std::nullopt;
}

}  // namespace

Rate settleRate(const std::string& file, const Layout& layout, const Column* column,
                const Timing& timing, const ReadOptions& options,
                std::vector<Diagnostic>& diagnostics) {
  const auto& stated = layout.statedRate;
  const auto& given = options.samplingRate;
  if (stated && given && !agree(*stated, *given))
    refuse(file, "a comment of the file", *stated, "samplingRate", *given);
  const std::optional<double> known = stated ? stated : given;
  Rate rate;
  rate.hertz = known;
  if (!column || column->role == Role::counter || !(timing.step > 0)) return rate;
  if (column->secondsPerUnit > 0) {
    const double hertz = 1 / (timing.step * column->secondsPerUnit);
    if (known && !agree(hertz, *known))
      refuse(file, stated ? "a comment of the file" : "samplingRate", *known, "its time column",
             hertz);
    rate.hertz = stated ? *stated : hertz;
    return rate;
  }
  const auto hertz = rateWithoutUnit(file, timing.step, known, diagnostics);
  rate.hertz = stated ? stated : hertz;
  if (!rate.hertz) rate.hint = unitHint(timing.step);
  return rate;
}

}  // namespace ecg::csv
