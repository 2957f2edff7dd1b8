#include "preprocess/beats/amplitudes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

double meanOf(const double* x, std::size_t from, std::size_t to) {
  double sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += x[i];
  return sum / static_cast<double>(std::max<std::size_t>(1, to - from));
}

/// Height, the furthest from the line that joins the ends, and area of what lies above that line.
struct Bump {
  double height, area;
};

Bump bumpAbove(const double* x, const Marks& wave, double atOnset, double atOffset) {
  Bump bump{0, 0};
  const double width = static_cast<double>(std::max<std::size_t>(1, wave.offset - wave.onset));
  for (std::size_t i = wave.onset; i <= wave.offset; ++i) {
    const double line =
        atOnset + (atOffset - atOnset) * static_cast<double>(i - wave.onset) / width;
    const double above = x[i] - line;
    if (std::abs(above) > std::abs(bump.height)) bump.height = above;
    bump.area += above / beatRate;
  }
  return bump;
}

/// Q, R and S: the deflections before, at and after the highest.
void measureQrs(const double* x, const Marks& qrs, double level, BeatAmplitudes& out) {
  constexpr double rWave = 0.03;  // mV
  std::size_t top = qrs.onset;
  for (std::size_t i = qrs.onset; i <= qrs.offset; ++i)
    if (x[i] > x[top]) top = i;
  const double r = x[top] - level;
  double q = 0, s = 0, area = 0;
  for (std::size_t i = qrs.onset; i <= qrs.offset; ++i) {
    const double value = x[i] - level;
    area += value / beatRate;
    if (i < top && r >= rWave) q = std::min(q, value);
    if (i > top || r < rWave) s = std::min(s, value);
  }
  if (r < rWave) std::swap(q, s);  // a QS complex
  out.q = static_cast<float>(q);
  out.r = static_cast<float>(r >= rWave ? r : 0);
  out.s = static_cast<float>(s);
  out.qrsArea = static_cast<float>(area);
}

}  // namespace

BeatAmplitudes amplitudesOf(const double* x, std::size_t n, const BeatMarks& beat) {
  constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
  BeatAmplitudes out{unknown, unknown, unknown, unknown, unknown,
                     unknown, unknown, unknown, unknown};
  if (!beat.qrs) return out;
  const Marks& qrs = *beat.qrs;
  constexpr std::size_t before = beatSamples(0.02), close = beatSamples(0.004);
  const std::size_t from = qrs.onset - std::min(qrs.onset, before);
  const double level = meanOf(x, from, std::max(from + 1, qrs.onset - std::min(qrs.onset, close)));
  measureQrs(x, qrs, level, out);
  constexpr std::size_t after = beatSamples(0.06), half = beatSamples(0.004);
  if (qrs.offset + after + half < n)
    out.st60 = static_cast<float>(
        meanOf(x, qrs.offset + after - half, qrs.offset + after + half + 1) - level);
  if (beat.p) {
    const Bump p = bumpAbove(x, *beat.p, x[beat.p->onset], x[beat.p->offset]);
    out.p = static_cast<float>(p.height);
    out.pArea = static_cast<float>(p.area);
  }
  if (beat.t) {
    const Bump t = bumpAbove(x, *beat.t, level, x[beat.t->offset]);
    out.t = static_cast<float>(t.height);
    out.tArea = static_cast<float>(t.area);
  }
  return out;
}

}  // namespace ecg
