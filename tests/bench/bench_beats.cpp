// Time of finding, delineating and measuring the beats of 12 leads x 10 s at 500 Hz. Prints one
// line of JSON; given a path, it also writes lead II there (float32) for beats_neurokit.py.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "preprocess/beats/beats.h"
#include "preprocess/beats/detect.h"
#include "preprocess/beats/measure.h"
#include "tests/support/ecg_simulator.h"

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void writeLead(const char* path, const ecg::Recording& recording) {
  std::FILE* file = std::fopen(path, "wb");
  if (!file) return;
  std::fwrite(recording.lead(1), sizeof(float), recording.length, file);
  std::fclose(file);
}

}  // namespace

int main(int count, char** values) {
  constexpr int repetitions = 100;
  ecg::testing::SimulatedEcg settings;
  settings.disturbance.muscle = 10;
  const ecg::Recording recording = simulate(settings).recording;
  if (count > 1) writeLead(values[1], recording);
  ecg::Recording one = recording;
  one.leads = {recording.leads[1]};
  one.samples.assign(recording.lead(1), recording.lead(1) + recording.length);
  std::vector<double> all, qrs, single;
  double check = 0;
  for (int i = 0; i < repetitions; ++i) {
    auto start = Clock::now();
    const ecg::Beats beats = ecg::findBeats(recording);
    check = measure(recording, beats).qt.value;
    all.push_back(millisecondsSince(start));
    start = Clock::now();
    check += static_cast<double>(ecg::detectQrs(recording).size());
    qrs.push_back(millisecondsSince(start));
    start = Clock::now();
    check += static_cast<double>(ecg::findBeats(one).all.size());
    single.push_back(millisecondsSince(start));
  }
  for (std::vector<double>* times : {&all, &qrs, &single}) std::sort(times->begin(), times->end());
  std::printf(
      "{\"beats_ms\": %.3f, \"median_ms\": %.3f, \"qrs_ms\": %.3f, \"one_lead_ms\": %.3f, "
      "\"n\": %d, \"check\": %.1f}\n",
      all.front(), all[repetitions / 2], qrs.front(), single.front(), repetitions, check);
}
