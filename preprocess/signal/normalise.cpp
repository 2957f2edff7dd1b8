#include "preprocess/signal/normalise.h"

#include <cmath>

namespace ecg {

void zScore(Signal& signal) {
  if (signal.samples.empty()) return;
  const double count = static_cast<double>(signal.samples.size());
  double sum = 0;
  for (double x : signal.samples) sum += x;
  const double mean = sum / count;
  double squares = 0;
  for (double x : signal.samples) squares += (x - mean) * (x - mean);
  const double scale = std::sqrt(squares / count) + 1e-8;
  for (double& x : signal.samples) x = (x - mean) / scale;
}

}  // namespace ecg
