#include "tests/support/simulator/beat_shape.h"

#include <algorithm>
#include <cmath>

namespace ecg::testing {
namespace {

/// Where a bump begins, peaks and ends, as shares of a wave.
struct Span {
  double onset, peak, offset;
};
// Each QRS part begins and ends where its neighbours peak: a lead goes monotonically from peak to
// peak, and shows there exactly what was set.
constexpr Span qrsSpans[3] = {{0, 0.2, 0.45}, {0.2, 0.45, 0.8}, {0.45, 0.8, 1}};
// Right atrium, then left; their sum peaks in the middle, at this height.
constexpr Span pSpans[2] = {{0, 0.35, 0.7}, {0.3, 0.65, 1}};
const double pHeight = 2 * Bump{Part::p, 0, 0.35, 0.35, 0.7, {}}.at(0.5);
constexpr double tPeak = 0.58;

double rise(double x) { return x * x * (3 - 2 * x); }

HeartVector backward(HeartVector vector, double millivolts) {
  vector.back = millivolts;
  return vector;
}

/// Where a wave of so many seconds begins.
struct Place {
  double start, duration;
};

void add(BeatShape& shape, Part part, Place place, Span span, const Potentials& size) {
  auto time = [place](double share) { return place.start + share * place.duration; };
  const double end = span.offset == 1 ? place.start + place.duration : time(span.offset);
  shape.bumps.push_back({part, time(span.onset), time(span.peak), time(span.peak), end, size});
}

void addP(BeatShape& shape, const SimulatedEcg& settings) {
  const PWave& p = settings.p;
  if (p.millivolts == 0) return;
  const Place place = {-settings.pr / 1000, p.duration / 1000};
  const double size = p.millivolts / pHeight;
  for (int k = 0; k < 2; ++k)  // the right atrium is in front of the left one
    add(shape, Part::p, place, pSpans[k],
        potentialsOf(backward(frontal(size, p.axis), (k == 0 ? -0.5 : 0.4) * size)));
  shape.waves.p = {place.start, place.start + place.duration / 2, place.start + place.duration};
}

/// Septum, free wall, base. What the first and the last turn the loop aside cancels in its area, so
/// that the axis of the net area is the one that was set.
std::array<HeartVector, 3> normalParts(const QrsComplex& qrs) {
  const double size = qrs.millivolts;
  const double aside = 0.06, asideBack = aside * qrsSpans[0].offset / (1 - qrsSpans[2].onset);
  return {
      backward(frontal(-0.05 * size, qrs.axis) + frontal(aside * size, qrs.axis + 90), -0.2 * size),
      backward(frontal(size, qrs.axis), qrs.backward * size),
      backward(frontal(-0.12 * size, qrs.axis) + frontal(-asideBack * size, qrs.axis + 90),
               (qrs.backward + 0.1) * size)};
}

/// From a focus or a pacemaker's electrode in a ventricle: slowly and all in one direction.
std::array<HeartVector, 3> ventricularParts(const QrsComplex& qrs) {
  std::array<HeartVector, 3> parts;
  const double shares[3] = {0.4, 1, 0.5};
  for (int k = 0; k < 3; ++k) {
    const double size = shares[k] * qrs.millivolts;
    parts[k] = backward(frontal(size, qrs.axis), qrs.backward * size);
  }
  return parts;
}

void addQrs(BeatShape& shape, const QrsComplex& qrs, const std::array<HeartVector, 3>& parts) {
  const Place place = {0, qrs.duration / 1000};
  for (std::size_t k = 0; k < 3; ++k) {
    Potentials size = potentialsOf(parts[k]);
    for (std::size_t v = 0; qrs.chest && v < 6; ++v) {
      const ChestQrs& chest = (*qrs.chest)[v];
      size[4 + v] = k == 0 ? chest.initial : k == 1 ? chest.main : chest.terminal;
    }
    add(shape, Part::qrs, place, qrsSpans[k], size);
  }
  shape.waves.qrs = {0, qrsSpans[1].peak * place.duration, place.duration};
}

/// @param end of the T wave, s
void addT(BeatShape& shape, const TWave& t, double end) {
  if (t.millivolts == 0) return;
  const double jt = end - shape.waves.qrs.offset;
  const double duration = t.duration > 0 ? t.duration / 1000 : 0.55 * jt;
  const Place place = {end - duration, duration};
  add(shape, Part::t, place, {0, tPeak, 1},
      potentialsOf(backward(frontal(t.millivolts, t.axis), -0.5 * t.millivolts)));
  shape.bumps.back().offset = end;
  shape.waves.t = {place.start, place.start + tPeak * duration, end};
}

/// A level from the J point on, which goes with the T wave.
void addSt(BeatShape& shape, const SimulatedEcg& settings, double end) {
  if (std::all_of(settings.st.begin(), settings.st.end(), [](double v) { return v == 0; })) return;
  const double j = shape.waves.qrs.offset;
  const double level = j + 0.06, peak = shape.waves.t.found() ? shape.waves.t.peak : level;
  const double hold = std::min(std::max(level, peak), end);
  shape.bumps.push_back({Part::st, qrsSpans[2].peak * j, j, hold, end, potentialsOf(settings.st)});
}

}  // namespace

double Bump::at(double time) const {
  if (!(time > onset && time < offset)) return 0;
  if (time < peak) return rise((time - onset) / (peak - onset));
  return time <= hold ? 1 : rise((offset - time) / (offset - hold));
}

double BeatShape::at(double time, const Potentials& row) const {
  double sum = 0;
  for (const Bump& bump : bumps) sum += bump.at(time) * weighed(bump.size, row);
  return sum;
}

double qtSeconds(const SimulatedEcg& settings) {
  if (settings.qt > 0) return settings.qt / 1000;
  return std::round(4000 * std::cbrt(60 / settings.heartRate)) / 10000;
}

BeatShape rhythmBeat(const SimulatedEcg& settings) {
  BeatShape shape;
  shape.paced = settings.rhythm == Rhythm::pacedVentricular || settings.rhythm == Rhythm::pacedDual;
  if (settings.rhythm == Rhythm::sinus || settings.rhythm == Rhythm::pacedDual)
    addP(shape, settings);
  addQrs(shape, settings.qrs,
         shape.paced ? ventricularParts(settings.qrs) : normalParts(settings.qrs));
  addT(shape, settings.t, qtSeconds(settings));
  addSt(shape, settings, qtSeconds(settings));
  return shape;
}

BeatShape ectopicBeat(const SimulatedEcg& settings) {
  BeatShape shape;
  const QrsComplex& qrs = settings.ectopy.qrs;
  addQrs(shape, qrs, ventricularParts(qrs));
  addT(shape, settings.ectopy.t,
       qtSeconds(settings) + (qrs.duration - settings.qrs.duration) / 1000);
  return shape;
}

}  // namespace ecg::testing
