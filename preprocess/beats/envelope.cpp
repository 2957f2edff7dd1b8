#include "preprocess/beats/envelope.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t slopeWidth = beatSamples(0.012);
constexpr std::size_t smoothing = beatSamples(0.012);
constexpr std::size_t energyWidth = beatSamples(0.12);

/// The slope of a lead in the band of the QRS complex.
void qrsSlope(const double* x, std::size_t n, std::vector<double>& work, double* out) {
  work.resize(n);
  movingMean(x, n, slopeWidth - 1, 0, work.data());  // the mean up to here
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t ahead = std::min(i + slopeWidth, n - 1);
    out[i] = work[ahead] - work[i];
  }
  std::copy_n(out, n, work.data());
  movingMean(work.data(), n, smoothing / 2, smoothing / 2, out);
}

/// The value below which `part` of the maxima of |x| over half seconds lie.
struct Peaks {
  double typical;  ///< of the beats
  double between;  ///< median of |x|
};

Peaks peaksOf(const double* x, std::size_t n) {
  const std::size_t bin = beatSamples(1.2), stride = 5;
  std::vector<double> maxima, all;
  for (std::size_t i = 0; i < n; i += bin) {
    double top = 0;
    for (std::size_t j = i; j < std::min(n, i + bin); ++j) top = std::max(top, std::abs(x[j]));
    maxima.push_back(top);
  }
  for (std::size_t i = 0; i < n; i += stride) all.push_back(std::abs(x[i]));
  const auto middle = [](std::vector<double>& v) {
    std::nth_element(v.begin(), v.begin() + v.size() / 2, v.end());
    return v[v.size() / 2];
  };
  return {middle(maxima), middle(all)};
}

/// How far the peaks stand out: 0 for noise, 1 for a clean lead.
double weightOf(const Peaks& peaks) {
  constexpr double noise = 4, clean = 12;
  constexpr double smallest = 0.004;  // mV in 12 ms: a QRS complex of some 0.02 mV
  if (!(peaks.typical > smallest)) return 0;
  const double ratio = peaks.typical / std::max(peaks.between, peaks.typical * 1e-3);
  return std::clamp((ratio - noise) / (clean - noise), 0.01, 1.0);
}

}  // namespace

void movingMean(const double* x, std::size_t n, std::size_t left, std::size_t right, double* out) {
  const double width = static_cast<double>(left + right + 1);
  const auto at = [&](std::size_t i) { return x[std::min(i, n - 1)]; };
  double sum = x[0] * static_cast<double>(left);
  for (std::size_t j = 0; j <= right; ++j) sum += at(j);
  for (std::size_t i = 0; i < n; ++i) {
    out[i] = sum / width;
    sum += at(i + right + 1) - (i >= left ? x[i - left] : x[0]);
  }
}

double quantileAround(const std::vector<double>& values, Around around, double part) {
  std::vector<double> some;
  const std::size_t to = std::min(values.size(), around.centre + around.reach);
  for (std::size_t i = around.centre - std::min(around.centre, around.reach); i < to;
       i += around.stride)
    some.push_back(values[i]);
  const double index = part * static_cast<double>(some.size());
  const auto at = some.begin() + static_cast<std::ptrdiff_t>(index);
  std::nth_element(some.begin(), at, some.end());
  return *at;
}

std::vector<double> qrsEnvelope(const Signal& signal) {
  const std::size_t n = signal.length;
  std::vector<double> energy(n), slope(n), most(n), second(n), work;
  double weights = 0;
  std::size_t counted = 0;
  for (std::size_t l = 0; l < signal.leads; ++l) {
    qrsSlope(signal.lead(l), n, work, slope.data());
    const Peaks peaks = peaksOf(slope.data(), n);
    const double weight = weightOf(peaks);
    if (weight == 0) continue;
    weights += weight;
    ++counted;
    // One lead's artefact counts for no more than a few times its beats.
    constexpr double limit = 1.2;
    for (std::size_t i = 0; i < n; ++i) {
      const double relative = std::min(std::abs(slope[i]) / peaks.typical, limit);
      const double part = weight * relative * relative;
      energy[i] += part;
      second[i] = std::max(second[i], std::min(most[i], part));
      most[i] = std::max(most[i], part);
    }
  }
  if (counted == 0) return energy;
  // Of six leads the one with most, and of twelve the two, count for nothing: a step of one
  // electrode is no beat.
  for (std::size_t i = 0; i < n && counted >= 6; ++i)
    energy[i] -= most[i] + (counted >= 12 ? second[i] : 0);
  movingMean(energy.data(), n, energyWidth / 2, energyWidth / 2, slope.data());
  for (std::size_t i = 0; i < n; ++i) energy[i] = std::sqrt(std::max(0.0, slope[i]) / weights);
  return energy;
}

}  // namespace ecg
