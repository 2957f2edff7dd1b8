#include "tests/support/fuzz_seeds_edf.h"

#include "tests/support/edf_writer.h"

namespace ecg::test {

std::vector<std::pair<std::string, std::string>> edfSeeds() {
  std::vector<std::pair<std::string, std::string>> seeds;
  for (const char* kind : {"edf", "EDF+C", "EDF+D", "bdf", "BDF+D"}) {
    EdfFile file;
    file.bdf = kind[0] == 'b' || kind[0] == 'B';
    if (std::string(kind).size() > 3) file.reserved = kind;
    file.records = "2";
    file.recordsWritten = 2;
    for (const char* label : {"ECG I", "Resp"}) {
      EdfSignal signal;
      signal.label = label;
      signal.samplesPerRecord = label[0] == 'E' ? 8 : 2;
      for (int i = 0; i < 16; ++i) signal.samples.push_back(i * 97 - 500);
      file.signals.push_back(signal);
    }
    if (!file.reserved.empty()) {
      EdfSignal notes;
      notes.label = file.bdf ? "BDF Annotations" : "EDF Annotations";
      notes.samplesPerRecord = 12;
      notes.annotationLists = {std::string("+0\x14\x14\0+0\x15" "1\x14" "a\x14", 12), "+3\x14\x14"};
      file.signals.push_back(notes);
    }
    const auto bytes = writeEdf(file);
    seeds.emplace_back(kind, std::string(bytes.begin(), bytes.end()));
  }
  return seeds;
}

}  // namespace ecg::test
