#include "tests/support/fuzz_seeds.h"

namespace ecg::test {

Seeds jsonSeeds() {
  return {
      {"list", "[1, 5, 2, null, NaN, -Infinity]"},
      {"rows", R"({"fs": 250, "unit": "mV", "leads": ["II", "V1"], "data": [[0.5, -1], [3, 2]]})"},
      {"named", R"({"samplingRate": "250 Hz", "units": ["uV", "g"], "II": [5, 1], "V1": [3, 2]})"},
      {"nested", R"({"signal": {"leads": {"II": [5, -1, 2], "aVR": [3, 2, 1]}, "sampleRate": 500},
                     "patient": {"name": "A", "mrn": "7", "dob": "x", "age": 8, "sex": "M"}})"},
      {"listed", R"([{"lead": "II", "values": [5, 1]}, {"lead": "MLII", "values": [3, 2]}])"},
      {"gain", R"({"channels": "I, II", "adc_gain": [1000, 2], "baseline": 1, "x": [[5, 1, 2],
                   [3, 2, 1]], "t": [0, 0.002, 0.004]})"},
      {"cube", "[[[1, 2, 0], [3, 4, 0]], [[5, 6, 0], [7, 8, 0]]]"},
      {"ragged",
       R"({"a": [[1, 2], [3], "\u00e9\"", true], "I_mV": [1, 0, 2], "time [ms]": [0, 2, 4]})"}};
}

}  // namespace ecg::test
