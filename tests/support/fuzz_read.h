#pragma once

#include <cstdlib>
#include <optional>

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
    return recording;
  } catch (const InputError& error) {
    require(!error.code().empty() && error.what()[0] != '\0');
    return std::nullopt;
  }
}

}  // namespace ecg::test
