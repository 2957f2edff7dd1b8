#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::test {

/// Small inputs by name, made by this project's own writers: one for each branch of a reader.
using Seeds = std::vector<std::pair<std::string, std::string>>;

Seeds aecgSeeds();
/// WFDB's.
Seeds annotationSeeds();
Seeds appleSeeds();
Seeds atcSeeds();
Seeds contecSeeds();
/// The first byte chooses the fuzzer's options.
Seeds csvSeeds();
/// Streams, raw and in zlib's framing, of every kind of block.
Seeds deflateSeeds();
Seeds dicomSeeds();
Seeds edfSeeds();
/// Streams of every kind of subframe.
Seeds flacSeeds();
Seeds ishneSeeds();
Seeds jsonSeeds();
Seeds matSeeds();
Seeds mferSeeds();
Seeds mortaraSeeds();
Seeds museSeeds();
Seeds npySeeds();
Seeds polarSeeds();
Seeds schillerSeeds();
Seeds scpSeeds();
Seeds sierraSeeds();
/// Apple's and Polar's.
Seeds wearableSeeds();
/// XLI streams for fuzz_sierra: leads - 1, length - 1 in two bytes, and the chunks.
Seeds xliSeeds();

/// A format of single files, the fuzz target of its reader, and that target's seeds.
struct FormatSeeds {
  const Format& (*format)();
  const char* target;
  Seeds seeds;
};

/// Every format that is read from one file whose bytes are a seed as it stands.
std::vector<FormatSeeds> formatSeeds();

}  // namespace ecg::test
