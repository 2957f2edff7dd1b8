#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preprocess/formats/csv.h"
#include "tests/support/reader_checks.h"

namespace ecg::test {

inline ReadResult readAll(const std::string& text, const ReadOptions& options = {}) {
  return csvFormat().read(oneFile("x.csv", text), options);
}

inline Recording readText(const std::string& text, const ReadOptions& options = {}) {
  return readAll(text, options).recording;
}

/// Read options; 0 leaves a number unsaid.
inline ReadOptions given(double rate, double unitsPerMillivolt,
                         std::vector<std::string> leads = {}) {
  ReadOptions options;
  if (rate > 0) options.samplingRate = rate;
  if (unitsPerMillivolt > 0) options.unitsPerMillivolt = unitsPerMillivolt;
  options.leads = std::move(leads);
  return options;
}

using Floats = std::vector<float>;

inline Floats samplesOf(const Recording& r, std::size_t lead = 0) {
  return {r.lead(lead), r.lead(lead) + r.length};
}

}  // namespace ecg::test
