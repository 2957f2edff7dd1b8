#include "preprocess/input/window.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "preprocess/signal/designs.h"
#include "preprocess/signal/median.h"
#include "preprocess/signal/normalise.h"

namespace ecg {
namespace {

constexpr std::size_t baselineKernel = 201;  // 0.4 s at 500 Hz, plus one

void filterAsFounder(double* x, std::size_t n) {
  filtfilt(notch50(), x, n);
  filtfilt(founderBandpass(), x, n);
  const std::vector<double> baseline = medianFilter(x, n, baselineKernel);
  for (std::size_t i = 0; i < n; ++i) x[i] -= baseline[i];
}

void filterAsPaper(double* x, std::size_t n, double mainsHz) {
  filtfilt(paperHighpass(), x, n);
  filtfilt(paperLowpass(), x, n);
  filtfilt(mainsHz == 60 ? notch60() : notch50(), x, n);
}

}  // namespace

bool isFlat(const Signal& window) {
  for (std::size_t l = 0; l < window.leads; ++l) {
    const double* x = window.lead(l);
    if (std::adjacent_find(x, x + window.length, std::not_equal_to<>()) != x + window.length)
      return false;
  }
  return true;
}

void conditionWindow(Signal& window, Preset preset, double mainsHz) {
  for (double& x : window.samples)
    if (!std::isfinite(x)) x = 0;
  if (isFlat(window)) {
    std::fill(window.samples.begin(), window.samples.end(), 0.0);
    return;
  }
  for (std::size_t l = 0; l < window.leads; ++l) {
    if (preset == Preset::founder) filterAsFounder(window.lead(l), window.length);
    if (preset == Preset::paper) filterAsPaper(window.lead(l), window.length, mainsHz);
  }
  zScore(window);
}

void appendPadded(const Signal& window, std::vector<float>& values) {
  for (std::size_t l = 0; l < window.leads; ++l) {
    values.insert(values.end(), window.lead(l), window.lead(l) + window.length);
    values.resize(values.size() + modelWindowSamples - window.length);
  }
}

std::vector<float> prepareWindow(Signal window, Preset preset, double mainsHz) {
  if (window.length > modelWindowSamples)
    throw std::invalid_argument("prepareWindow: a window has at most 5000 samples");
  conditionWindow(window, preset, mainsHz);
  std::vector<float> values;
  values.reserve(window.leads * modelWindowSamples);
  appendPadded(window, values);
  return values;
}

}  // namespace ecg
