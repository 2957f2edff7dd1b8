#pragma once

#include <optional>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "tests/support/owned_files.h"

namespace ecg::test {

/// One file of the shared corpus and what an independent reader found in it.
struct CorpusCase {
  std::string path;  ///< relative to the corpus
  double samplingRate = 0;
  std::size_t length = 0;
  std::vector<std::string> leads;          ///< names as stored
  std::vector<std::vector<double>> first;  ///< for each lead its first samples; may be empty
  std::vector<double> minimum;             ///< for each lead, in mV (or the lead's own unit)
  std::vector<double> maximum;
};

/// The corpus' cases whose path starts with one of these and that were readable, from
/// `corpus/expected.json`. Where the corpus is not there: says so and returns none.
///
/// @param corpus the corpus' directory.
std::vector<CorpusCase> corpusCases(const std::string& corpus,
                                    const std::vector<std::string>& prefixes);

/// The bytes of a file; throws std::runtime_error where it cannot be read.
std::vector<std::uint8_t> loadFile(const std::string& path);

/// A file and, by `missingFiles`, every other file of its directory that its reader asks for. Files
/// that do not exist are left out.
OwnedFiles loadWithCompanions(const std::string& path);

/// Compares a recording to what was expected: rate, length, stored lead names, first samples,
/// minimum and maximum, to the decimals of `expected.json`.
///
/// @returns what differs, one line each; empty where all agrees.
std::vector<std::string> differencesFromExpected(const Recording& recording,
                                                 const CorpusCase& expected);

}  // namespace ecg::test
