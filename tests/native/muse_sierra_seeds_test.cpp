#include <doctest/doctest.h>

#include "preprocess/formats/muse/muse.h"
#include "preprocess/formats/sierra/sierra.h"
#include "tests/support/fuzz_seeds_muse.h"
#include "tests/support/fuzz_seeds_sierra.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

/// Reads a seed whole, and cut at every length: read or refused in a sentence that names it.
void readEveryPrefix(const ecg::Format& format, const std::string& name, const std::string& bytes) {
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  options.samplingRate = 500;
  CHECK(format.read(oneFile(name, bytes), options).recording.length > 0);
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

TEST_CASE("muse and sierra seeds: every prefix is read or refused, and never worse") {
  for (const auto& seed : museSeeds()) {
    CAPTURE(seed.first);
    readEveryPrefix(ecg::museFormat(), seed.first, seed.second);
  }
  for (const auto& seed : sierraSeeds()) {
    CAPTURE(seed.first);
    readEveryPrefix(ecg::sierraFormat(), seed.first, seed.second);
  }
}
