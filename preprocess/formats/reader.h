#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "preprocess/error.h"
#include "preprocess/recording.h"

namespace ecg {

/// Bytes that belong to somebody else.
struct ByteView {
  const std::uint8_t* data = nullptr;
  std::size_t size = 0;
};

/// One file of a drop: its name (a base name or a relative path) and its bytes.
struct NamedBytes {
  std::string name;
  ByteView bytes;
};
using FileSet = std::vector<NamedBytes>;

/// What a file may leave unsaid and the caller therefore has to say.
struct ReadOptions {
  std::optional<double> samplingRate;  ///< Hz, where the file has no time column and no rate
  std::optional<double>
      unitsPerMillivolt;           ///< e.g. 1000 for microvolts, where the file has no unit
  std::vector<std::string> leads;  ///< lead names by column, where the file has none
  std::size_t recording = 1;       ///< of several recordings in one file the one to take, from 1 on
};

struct ReadResult {
  Recording recording;
  Patient patient;
  /// What the device or a reader wrote of the recording: its own findings, one a line. Kept apart,
  /// since it is nobody's measurement here.
  std::vector<std::string> interpretation;
};

/// How sure a sniffer is, from the bytes alone; the file's extension only breaks ties.
enum class Match { none, possible, certain };

/// One file format: how to recognise it, what it still needs, and how to read it.
struct Format {
  const char* name;
  Match (*sniff)(const FileSet& files);
  /// Names of files that the reader needs and the set lacks (a WFDB header's signal files, say).
  /// May be null: the format is one file.
  std::vector<std::string> (*missing)(const FileSet& files);
  /// Throws InputError where it cannot proceed without inventing something.
  ReadResult (*read)(const FileSet& files, const ReadOptions& options);
  /// Whether one file may hold several recordings, of which `ReadOptions::recording` chooses.
  bool severalInOne = false;
  /// Whether a file that is recognised only belongs to a recording: its beat annotations, say. May
  /// be null.
  bool (*isCompanion)(ByteView bytes) = nullptr;
};

/// Every format, most specific first. A new format is one folder in formats/ and one line in
/// registry.cpp.
const std::vector<Format>& formats();

/// Finds the recordings in a set of files (one, several, a folder, a ZIP) by their bytes and reads
/// one. Where there are several files with one each, `ReadOptions::recording` counts these (a
/// diagnostic `several-recordings` lists them), and of a file with several its first is read. Files
/// that belong to none are named by `skipped`.
///
/// @throws InputError `unsupported-format` when no reader knows the bytes, `missing-file` when the
///   set lacks a file that another one names, `no-such-recording`, and whatever the reader found
///   wrong.
ReadResult readRecording(const FileSet& files, const ReadOptions& options = {});

/// Names of the files that `readRecording` would still need: ask, add them, ask again.
std::vector<std::string> missingFiles(const FileSet& files);

}  // namespace ecg
