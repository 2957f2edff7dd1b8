// Annotation files of the corpus, as WFDB's own Python package reads them (its expected.json).
#include <doctest/doctest.h>

#include <string>

#include "preprocess/beats/evaluation/reference.h"
#include "preprocess/formats/wfdb_annotations.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

struct Expected {
  const char* path;
  std::size_t count;
  const char* symbols;  ///< of the first six
  std::int64_t samples[6];
};

constexpr Expected files[] = {
    {"annotations/cpsc2021_af/data_101_6.atr", 204, "NNNNNN", {30, 176, 319, 472, 627, 783}},
    {"annotations/cpsc2021_af/data_21_7.atr", 275, "NNNNNN", {30, 203, 374, 547, 725, 907}},
    {"wfdb/fmt212_mitdb/100.atr", 2274, "+NNNNN", {18, 77, 370, 662, 946, 1231}},
    {"wfdb/ludb_3records/1.avr", 48, "(N)(t)", {642, 650, 689, 775, 841, 876}},
    {"wfdb/ludb_3records/8.v5", 56, "(N)(t)", {652, 720, 729, 749, 798, 841}},
    {"wfdb/qtdb_sel100/sel100.atr", 1134, "NNNNNN", {143, 347, 537, 720, 909, 1097}},
    {"wfdb/qtdb_sel100/sel100.pu1", 10616, "(p)(N)", {92, 106, 115, 129, 140, 150}},
};

}  // namespace

TEST_CASE("wfdb annotations: the corpus") {
  for (const Expected& expected : files) {
    const auto bytes = corpusBytes(expected.path);
    if (!bytes) continue;
    INFO(std::string(expected.path));
    const auto annotations = ecg::readWfdbAnnotations(oneFile(expected.path, *bytes)[0]);
    CHECK(annotations.samplingRate == 0);
    REQUIRE(annotations.all.size() == expected.count);
    for (std::size_t i = 0; i < 6; ++i) {
      CHECK(annotations.all[i].sample == expected.samples[i]);
      CHECK(annotations.all[i].symbol() == expected.symbols[i]);
    }
  }
}

TEST_CASE("reference waves: every mark of a lead of LUDB belongs to a wave") {
  const auto bytes = corpusBytes("wfdb/ludb_3records/1.avr");
  if (!bytes) return;
  const auto waves =
      ecg::evaluation::referenceWaves(ecg::readWfdbAnnotations(oneFile("1.avr", *bytes)[0]), 500);
  REQUIRE(waves.size() == 16);
  for (const auto& each : waves) {
    CHECK(each.wave.onset < each.wave.peak);
    CHECK(each.wave.peak < each.wave.offset);
  }
}
