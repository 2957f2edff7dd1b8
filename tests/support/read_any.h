#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "preprocess/formats/reader.h"

namespace ecg::test {

/// Sniffs and reads any bytes with a format, with and without the options that a file may need;
/// ends the program where what was read is not consistent. For fuzzers.
inline void readAny(const Format& format, const std::uint8_t* data, std::size_t size) {
  const FileSet files = {{"fuzz.bin", {data, size}}};
  format.sniff(files);
  ReadOptions options;
  for (const bool given : {false, true}) {
    if (given) {
      options.samplingRate = 500;
      options.unitsPerMillivolt = 1000;
      options.recording = 1 + size % 3;
      if (size % 2) options.leads = {"II", "V1"};
    }
    try {
      const Recording recording = format.read(files, options).recording;
      if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
          recording.samples.size() != recording.leads.size() * recording.length)
        std::abort();
    } catch (const InputError& error) {
      if (error.code().empty() || std::string(error.what()).empty()) std::abort();
    }
  }
}

}  // namespace ecg::test
