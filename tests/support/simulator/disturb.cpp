#include <algorithm>
#include <cmath>

#include "tests/support/simulator/electrode_signals.h"
#include "tests/support/simulator/random.h"

namespace ecg::testing {
namespace {

constexpr double pi = 3.14159265358979323846;
const double root3 = std::sqrt(3.0);

struct Sine {
  double millivolts, frequency;
  std::uint64_t purpose;
};

/// A sine whose phases at RA, LA and LL are 120 degrees apart: Wilson's terminal stays at 0, and
/// each bipolar and chest lead has this amplitude. Chest phases are drawn. From a rotating phasor.
void addSine(ElectrodeSignals& signals, const Sine& sine, std::uint64_t seed) {
  Random random(seed, sine.purpose);
  const double start = 2 * pi * random.uniform();
  const double step = 2 * pi * sine.frequency / signals.samplingRate;
  const double c = std::cos(step), s = std::sin(step);
  for (std::size_t e = 0; e < electrodeCount; ++e) {
    const bool limb = e < 4;
    const double phase =
        limb ? start + 2 * pi / 3 * static_cast<double>(e % 3) : 2 * pi * random.uniform();
    const double size = limb ? sine.millivolts / root3 : sine.millivolts;
    double re = size * std::cos(phase), im = size * std::sin(phase);
    double* out = signals.of(e);
    for (std::size_t t = 0; t < signals.length; ++t) {
      out[t] += im;
      const double next = re * c - im * s;
      im = im * c + re * s;
      re = next;
    }
  }
}

/// A Butterworth section of second order.
struct Biquad {
  double b0, b1, b2, a1, a2;
  double z1 = 0, z2 = 0;

  double operator()(double x) {
    const double y = b0 * x + z1;
    z1 = b1 * x - a1 * y + z2;
    z2 = b2 * x - a2 * y;
    return y;
  }
};

/// @param frequency of the corner, of the sampling rate, < 0.5
Biquad butterworth(double frequency, bool high) {
  const double k = std::tan(pi * frequency), q = std::sqrt(2.0);
  const double norm = 1 / (1 + q * k + k * k);
  const double b = high ? norm : k * k * norm;
  return {b, high ? -2 * b : 2 * b, b, 2 * (k * k - 1) * norm, (1 - q * k + k * k) * norm};
}

/// Gaussian noise of 20 to 150 Hz, as far as the sampling rate has that, with exactly this
/// standard deviation.
void addMuscle(double* out, ElectrodeSignals& signals, double millivolts, Random random) {
  const double rate = signals.samplingRate;
  Biquad high = butterworth(std::min(20 / rate, 0.2), true);
  Biquad low = butterworth(std::min(150 / rate, 0.45), false);
  std::vector<double> noise(signals.length);
  double power = 0;
  for (double& x : noise) {
    x = low(high(random.normal()));
    power += x * x;
  }
  if (power == 0) return;
  const double scale = millivolts / std::sqrt(power / static_cast<double>(signals.length));
  for (std::size_t t = 0; t < signals.length; ++t) out[t] += noise[t] * scale;
}

void addStep(ElectrodeSignals& signals, const MotionStep& step) {
  const double rate = signals.samplingRate;
  const double decay = step.recovery > 0 ? std::exp(-1 / (rate * step.recovery)) : 1;
  const double first = std::ceil(std::max(0.0, step.at) * rate);
  double level = step.millivolts;
  double* out = signals.of(static_cast<std::size_t>(step.electrode));
  for (std::size_t t = 0; t < signals.length; ++t) {
    if (static_cast<double>(t) < first) continue;
    out[t] += level;
    level *= decay;
  }
}

}  // namespace

void disturb(ElectrodeSignals& signals, const SimulatedEcg& settings) {
  const Disturbance& by = settings.disturbance;
  if (by.mains != 0) addSine(signals, {by.mains / 1000, by.mainsFrequency, 10}, settings.seed);
  if (by.wander != 0) {
    addSine(signals, {0.7 * by.wander, 0.25, 11}, settings.seed);
    addSine(signals, {0.3 * by.wander, 0.08, 12}, settings.seed);
  }
  // Independent at each electrode: so sized that bipolar and chest leads have what was set.
  const double limb = std::sqrt(0.5), chest = std::sqrt(5.0 / 6);
  for (std::size_t e = 0; by.muscle != 0 && e < electrodeCount; ++e)
    addMuscle(signals.of(e), signals, by.muscle / 1000 * (e < 4 ? limb : chest),
              Random(settings.seed, 20 + e));
  for (const MotionStep& step : by.steps) addStep(signals, step);
}

}  // namespace ecg::testing
