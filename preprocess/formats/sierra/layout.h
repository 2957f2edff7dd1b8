#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::sierra {

enum class Coding { plain, int16, xli };

/// How parsedwaveforms holds its samples.
struct Layout {
  Coding coding = Coding::plain;
  double samplingRate = 0;
  std::vector<std::string> names;
  std::optional<double> microvolts;   ///< of one step, where the file says it
  std::optional<std::size_t> length;  ///< samples of each lead, from durationperchannel
};

/// How something of the file is encoded: its attributes dataencoding, and compression or
/// compressflag and compressmethod.
/// @throws InputError `unsupported-encoding`, `unsupported-compression`.
Coding codingOf(const xml::Element& element, const std::string& file);

/// A number from an attribute; nothing where it is missing or empty.
/// @throws InputError `bad-header` where it is no number.
std::optional<double> numberAttribute(const xml::Element& element, const char* name,
                                      const std::string& file);

/// A positive resolution in microvolts, or nothing.
/// @throws InputError `bad-header`.
std::optional<double> checkedResolution(std::optional<double> stated, const std::string& file);

/// @param signal the element signalcharacteristics, which may be missing.
/// @throws InputError `rate-unknown`, `bad-option`, `bad-header`, `unsupported-leads`, and those of
///   codingOf.
Layout readLayout(const xml::Element& waveforms, const xml::Element& signal,
                  const ReadOptions& options, const std::string& file);

}  // namespace ecg::sierra
