#include <doctest/doctest.h>

#include "preprocess/formats/aecg/aecg.h"
#include "preprocess/formats/mortara/mortara.h"
#include "preprocess/formats/schiller/schiller.h"
#include "tests/support/fuzz_seeds_aecg.h"
#include "tests/support/fuzz_seeds_mortara.h"
#include "tests/support/fuzz_seeds_schiller.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

using Seeds = std::vector<std::pair<std::string, std::string>>;

/// Whole seeds are read; cut at every length they are refused in a sentence that names the file.
void checkSeeds(const ecg::Format& format, const Seeds& seeds) {
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  options.samplingRate = 500;
  for (const auto& seed : seeds) {
    const std::string &name = seed.first, &bytes = seed.second;
    CAPTURE(name);
    CHECK(format.sniff(oneFile(name, bytes)) != ecg::Match::none);
    CHECK(format.read(oneFile(name, bytes), options).recording.length > 0);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      const std::string cut = bytes.substr(0, size);
      try {
        const auto r = format.read(oneFile(name, cut), options).recording;
        REQUIRE(r.samples.size() == r.leads.size() * r.length);
      } catch (const ecg::InputError& error) {
        REQUIRE(std::string(error.what()).find(name) != std::string::npos);
      }
    }
  }
}

}  // namespace

TEST_CASE("aecg, mortara and schiller seeds: every prefix is read or refused, and never worse") {
  checkSeeds(ecg::aecgFormat(), aecgSeeds());
  checkSeeds(ecg::mortaraFormat(), mortaraSeeds());
  checkSeeds(ecg::schillerFormat(), schillerSeeds());
}
