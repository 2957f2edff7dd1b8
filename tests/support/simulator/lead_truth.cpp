#include "tests/support/simulator/lead_truth.h"

#include <algorithm>
#include <cmath>

namespace ecg::testing {
namespace {

constexpr double visible = 0.01, rWave = 0.05;  // mV

/// From the first onset to the last offset of a wave's visible parts; its peak left open.
Wave extent(const BeatShape& shape, Part part, const Potentials& row) {
  Wave wave;
  for (const Bump& bump : shape.bumps) {
    if (bump.part != part || std::abs(weighed(bump.size, row)) < visible) continue;
    wave.onset = wave.onset <= bump.onset ? wave.onset : bump.onset;
    wave.offset = wave.offset >= bump.offset ? wave.offset : bump.offset;
  }
  return wave;
}

/// Where the lead is furthest from zero, by a search in steps of 1/400 of the wave.
double furthest(const BeatShape& shape, const Wave& wave, const Potentials& row) {
  double best = Wave::unknown, size = -1;
  for (int k = 0; k <= 400; ++k) {
    const double time = wave.onset + (wave.offset - wave.onset) * k / 400;
    const double here = std::abs(shape.at(time, row));
    if (here > size) {
      size = here;
      best = time;
    }
  }
  return best;
}

/// The three parts of a QRS in a lead: each is zero where another one peaks.
struct Deflections {
  double time[3] = {}, size[3] = {};
  int highest = 0;

  Deflections(const BeatShape& shape, const Potentials& row) {
    int k = 0;
    for (const Bump& bump : shape.bumps) {
      if (bump.part != Part::qrs || k == 3) continue;
      time[k] = bump.peak;
      size[k++] = weighed(bump.size, row);
    }
    highest = static_cast<int>(std::max_element(size, size + 3) - size);
  }
  bool hasR() const { return size[highest] >= rWave; }
  int lowest() const { return static_cast<int>(std::min_element(size, size + 3) - size); }
};

}  // namespace

BeatWaves wavesInLead(const BeatShape& shape, const Potentials& row) {
  BeatWaves waves = {extent(shape, Part::p, row), extent(shape, Part::qrs, row),
                     extent(shape, Part::t, row)};
  if (waves.p.onset == waves.p.onset) waves.p.peak = furthest(shape, waves.p, row);
  if (waves.t.onset == waves.t.onset) waves.t.peak = shape.waves.t.peak;
  if (waves.qrs.onset == waves.qrs.onset) {
    const Deflections qrs(shape, row);
    waves.qrs.peak = qrs.time[qrs.hasR() ? qrs.highest : qrs.lowest()];
  }
  return waves;
}

LeadTruth amplitudesInLead(const BeatShape& shape, const Potentials& row) {
  const BeatWaves waves = wavesInLead(shape, row);
  const Deflections qrs(shape, row);
  LeadTruth truth;
  if (waves.p.found()) truth.p = shape.at(waves.p.peak, row);
  if (waves.t.found()) truth.t = shape.at(waves.t.peak, row);
  truth.st60 = shape.at(shape.waves.qrs.offset + 0.06, row);
  if (!qrs.hasR()) {
    truth.q = std::min(0.0, qrs.size[qrs.lowest()]);
    return truth;
  }
  truth.r = qrs.size[qrs.highest];
  for (int k = 0; k < qrs.highest; ++k) truth.q = std::min(truth.q, qrs.size[k]);
  for (int k = qrs.highest + 1; k < 3; ++k) truth.s = std::min(truth.s, qrs.size[k]);
  return truth;
}

}  // namespace ecg::testing
