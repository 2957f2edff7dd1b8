#include "tests/support/edf_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {
namespace {

EdfFile small() {
  EdfFile file;
  file.signals[0].samplesPerRecord = 10;
  return file;
}

EdfFile plus(const std::string& reserved) {
  EdfFile file = small();
  file.bdf = reserved[0] == 'B';
  file.reserved = reserved;
  file.onsets = {"+0", "+1", "+2.5"};
  file.annotations = {
      "+0.5\x15"
      "1\x14note\x14",
      "", "+2\x14one\x14two\x14"};
  return file;
}

EdfFile mixedRates() {
  EdfFile file = small();
  for (const char* label : {"RESP", "EEG C3", "V1"}) {
    file.signals.push_back(file.signals[0]);
    file.signals.back().label = label;
  }
  file.signals[1].samplesPerRecord = 1;
  file.signals[1].dimension = "ohm";
  file.signals[2].samplesPerRecord = 20;
  file.signals[3].dimension = "\xB5V";
  return file;
}

}  // namespace

Seeds edfSeeds() {
  EdfFile bdf = small();
  bdf.bdf = true;
  bdf.signals[0].digitalMin = "-8388608";
  bdf.signals[0].digitalMax = "8388607";
  EdfFile unknown = small();
  unknown.recordCount = "-1";
  EdfFile padded = small();
  padded.signals[0].digital = [](int i) { return i < 10 ? i : -32768; };
  EdfFile unitless = small();
  unitless.signals[0].dimension = "";
  return {{"plain.edf", writeEdf(small())},
          {"continuous.edf", writeEdf(plus("EDF+C"))},
          {"gaps.edf", writeEdf(plus("EDF+D"))},
          {"gaps.bdf", writeEdf(plus("BDF+D"))},
          {"plain.bdf", writeEdf(bdf)},
          {"rates.edf", writeEdf(mixedRates())},
          {"unknown_count.edf", writeEdf(unknown)},
          {"padded.edf", writeEdf(padded) + "more"},
          {"unitless.edf", writeEdf(unitless)}};
}

}  // namespace ecg::test
