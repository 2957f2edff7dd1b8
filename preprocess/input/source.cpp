#include "preprocess/input/source.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "preprocess/signal/resample.h"

namespace ecg {
namespace {

constexpr std::size_t longestTransform = std::size_t{1} << 20;

void copyFinite(const float* from, std::size_t n, double* to) {
  std::transform(from, from + n, to, [](float x) { return std::isfinite(x) ? double{x} : 0.0; });
}

/// Resamples every lead to `to` samples by `run(in, out)`.
template <typename Run>
Signal resampleEach(const Recording& recording, std::size_t to, Run run) {
  Signal out(recording.leads.size(), to);
  std::vector<double> in(recording.length);
  for (std::size_t l = 0; l < out.leads; ++l) {
    copyFinite(recording.lead(l), recording.length, in.data());
    run(in.data(), out.lead(l));
  }
  return out;
}

}  // namespace

double workingRate(const Recording& recording, Preset preset) {
  return preset == Preset::ptbxlEval ? recording.samplingRate : modelSamplingRate;
}

std::size_t samplesAtModelRate(const Recording& recording) {
  const double n = static_cast<double>(recording.length);
  const double short10 = 10 * recording.samplingRate - n;
  if (short10 > 0 && short10 < 1) return modelWindowSamples;
  return static_cast<std::size_t>(std::nearbyint(n * modelSamplingRate / recording.samplingRate));
}

WindowSource::WindowSource(const Recording& recording, Preset preset)
    : recording_(recording), length_(recording.length) {
  const std::size_t n = recording.length, to = samplesAtModelRate(recording);
  if (preset == Preset::ptbxlEval || to == n) return;
  length_ = to;
  if (preset == Preset::paper) {
    method_ = "linear interpolation, without an anti-aliasing filter";
    resampled_ = resampleEach(
        recording, to, [&](const double* in, double* out) { resampleLinear(in, n, out, to); });
  } else if (std::max(n, to) <= longestTransform) {
    method_ = "the Fourier method (as scipy.signal.resample)";
    FourierResampler resampler(n, to);
    resampled_ =
        resampleEach(recording, to, [&](const double* in, double* out) { resampler.run(in, out); });
  } else {
    method_ = "a Kaiser-windowed sinc (the recording is too long for one Fourier transform)";
    const SincResampler resampler(recording.samplingRate, modelSamplingRate);
    resampled_ = resampleEach(
        recording, to, [&](const double* in, double* out) { resampler.run(in, n, out, to); });
  }
}

Signal WindowSource::cut(std::size_t start, std::size_t samples) const {
  Signal window(recording_.leads.size(), samples);
  for (std::size_t l = 0; l < window.leads; ++l) {
    if (resampled_)
      std::copy_n(resampled_->lead(l) + start, samples, window.lead(l));
    else
      copyFinite(recording_.lead(l) + start, samples, window.lead(l));
  }
  return window;
}

}  // namespace ecg
