// Time of the `founder` preset, Recording -> model input, for 12 leads x 5000 samples at 500 Hz.
// Prints one line of JSON; tests/bench/preprocess_scipy.py prints the same for SciPy.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "preprocess/input/input.h"
#include "tests/support/synthetic_ecg.h"

int main() {
  constexpr int repetitions = 200;
  const ecg::Recording recording = ecg::testing::syntheticEcg({});
  std::vector<double> milliseconds;
  double check = 0;
  for (int i = 0; i < repetitions; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const ecg::ModelInput input = ecg::prepareInput(recording);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    milliseconds.push_back(took.count());
    check += input.values[1234];
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  std::printf("{\"founder_ms\": %.3f, \"median_ms\": %.3f, \"n\": %d, \"check\": %.6f}\n",
              milliseconds.front(), milliseconds[repetitions / 2], repetitions,
              check / repetitions);
}
