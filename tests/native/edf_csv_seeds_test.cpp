#include <doctest/doctest.h>

#include "preprocess/formats/csv.h"
#include "preprocess/formats/edf.h"
#include "tests/support/fuzz_seeds_csv.h"
#include "tests/support/fuzz_seeds_edf.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

/// Reads a seed cut at every length: read or refused in a sentence that names it, never worse.
void readEveryPrefix(const ecg::Format& format, const std::string& name, const std::string& bytes,
                     const ecg::ReadOptions& options) {
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    try {
      const auto r = format.read(oneFile(name, cut), options).recording;
      REQUIRE(r.samples.size() == r.leads.size() * r.length);
      REQUIRE(r.samplingRate > 0);
    } catch (const ecg::InputError& error) {
      REQUIRE(std::string(error.what()).find(name) != std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("edf and csv seeds: every prefix is read or refused, and never worse") {
  ecg::ReadOptions micro;
  micro.unitsPerMillivolt = 1000;
  for (const auto& seed : edfSeeds()) {
    const std::string &name = seed.first, &bytes = seed.second;
    CAPTURE(name);
    CHECK(ecg::edfFormat().read(oneFile(name, bytes), micro).recording.length > 0);
    readEveryPrefix(ecg::edfFormat(), name, bytes, micro);
  }
  for (const auto& seed : csvSeeds()) {
    const std::string &name = seed.first, &bytes = seed.second;
    CAPTURE(name);
    ecg::ReadOptions options;
    if (bytes[0] & 1) options.unitsPerMillivolt = 1000;
    if (bytes[0] & 2) options.samplingRate = 500;
    readEveryPrefix(ecg::csvFormat(), name, bytes.substr(1), options);
  }
}
