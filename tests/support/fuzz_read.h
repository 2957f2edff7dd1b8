#pragma once

#include <cstdlib>
#include <optional>
#include <string>

#include "preprocess/formats/reader.h"

namespace ecg::test {

/// Aborts, as a fuzz target must, where something does not hold.
inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Sniffs and reads any files as one format: they are refused with an InputError that says why, or
/// what is read is consistent; anything else aborts.
inline std::optional<Recording> readOrRefuse(const Format& format, const FileSet& files,
                                             const ReadOptions& options) {
  format.sniff(files);
  try {
    Recording recording = format.read(files, options).recording;
    require(recording.samplingRate > 0 && recording.length > 0 && !recording.leads.empty());
    require(recording.samples.size() == recording.leads.size() * recording.length);
    for (const Lead& lead : recording.leads) require(!lead.name.empty());
    return recording;
  } catch (const InputError& error) {
    require(!error.code().empty() && error.what()[0] != '\0');
    return std::nullopt;
  }
}

/// Reads any bytes as a file of one format, without options and with all that a file may need.
inline int readBothWays(const Format& format, const std::uint8_t* data, std::size_t size) {
  const FileSet files = {{"fuzz.bin", {data, size}}};
  readOrRefuse(format, files, {});
  ReadOptions options;
  options.samplingRate = 500;
  options.unitsPerMillivolt = 1000;
  options.recording = 1 + size % 3;
  if (size % 2) options.leads = {"II", "V1"};
  readOrRefuse(format, files, options);
  return 0;
}

inline int readBothWays(const Format& format, const std::string& bytes) {
  return readBothWays(format, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace ecg::test
