#include <doctest/doctest.h>

#include "preprocess/formats/atc/atc.h"
#include "preprocess/formats/contec/contec.h"
#include "preprocess/formats/ishne/ishne.h"
#include "preprocess/formats/mfer/mfer.h"
#include "tests/support/fuzz_seeds_atc.h"
#include "tests/support/fuzz_seeds_contec.h"
#include "tests/support/fuzz_seeds_ishne.h"
#include "tests/support/fuzz_seeds_mfer.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

using Seeds = std::vector<std::pair<std::string, std::string>>;

/// How many of the seeds are read; each other must be refused in a sentence.
int readable(const ecg::Format& format, const Seeds& seeds) {
  int count = 0;
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  options.samplingRate = 250;
  for (const auto& seed : seeds) {
    const auto files = oneFile(seed.first, seed.second);
    CHECK_MESSAGE(format.sniff(files) != ecg::Match::none, seed.first);
    try {
      const auto recording = format.read(files, options).recording;
      ++count;
      CHECK(!recording.samples.empty());
    } catch (const ecg::InputError& error) {
      CHECK_MESSAGE(std::string(error.what()).back() == '.', seed.first);
    }
  }
  return count;
}

}  // namespace

TEST_CASE("holter and hand-held formats: the fuzzers' seeds") {
  CHECK(readable(ecg::ishneFormat(), ishneSeeds()) == 8);  // not the annotations
  CHECK(readable(ecg::atcFormat(), atcSeeds()) == 5);
  CHECK(readable(ecg::contecFormat(), contecSeeds()) == 2);  // not the empty and the other one
  CHECK(readable(ecg::mferFormat(), mferSeeds()) == 7);      // not the compressed one
}
