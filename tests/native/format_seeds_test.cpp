// The fuzzers' seeds, read as the fuzzers read them: whole, and cut at every length.
#include <doctest/doctest.h>

#include <algorithm>

#include "preprocess/formats/csv.h"
#include "tests/support/fuzz_seeds.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

/// What is read is consistent; what is not is refused in a sentence that names the file.
bool isRead(const ecg::Format& format, const std::string& name, const std::string& bytes,
            const ecg::ReadOptions& options) {
  try {
    const auto r = format.read(oneFile(name, bytes), options).recording;
    REQUIRE(r.samples.size() == r.leads.size() * r.length);
    REQUIRE(r.length > 0);
    REQUIRE(r.samplingRate > 0);
    return true;
  } catch (const ecg::InputError& error) {
    const std::string sentence = error.what();
    REQUIRE_MESSAGE(sentence.find(name) != std::string::npos, sentence);
    REQUIRE_MESSAGE(sentence.back() == '.', sentence);
    return false;
  }
}

/// By any format: MATLAB's of version 7.3 are HDF5.
bool isKnown(const std::string& name, const std::string& bytes) {
  const auto& all = ecg::formats();
  return std::any_of(all.begin(), all.end(), [&](const ecg::Format& format) {
    return format.sniff(oneFile(name, bytes)) != ecg::Match::none;
  });
}

/// Lengths to cut at: all of a small file, some of a larger one.
void readPrefixes(const ecg::Format& format, const std::string& name, const std::string& bytes,
                  const ecg::ReadOptions& options) {
  const std::size_t step = 1 + bytes.size() / 2000;
  for (std::size_t size = 0; size < bytes.size(); size += step)
    isRead(format, name, bytes.substr(0, size), options);
}

}  // namespace

TEST_CASE("every format: its seeds are recognised, and read or refused whole and cut") {
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  options.samplingRate = 500;
  for (const auto& entry : formatSeeds()) {
    const ecg::Format& format = entry.format();
    std::size_t read = 0;
    for (const auto& seed : entry.seeds) {
      const std::string &name = seed.first, &bytes = seed.second;
      INFO(std::string(format.name));
      CAPTURE(name);
      CHECK(isKnown(name, bytes));
      read += isRead(format, name, bytes, {}) || isRead(format, name, bytes, options);
      readPrefixes(format, name, bytes, options);
    }
    INFO(std::string(format.name));
    CHECK(read > 0);
  }
}

TEST_CASE("csv: its seeds are read or refused whole and cut") {
  for (const auto& seed : csvSeeds()) {
    const std::string &name = seed.first, &bytes = seed.second;
    CAPTURE(name);
    ecg::ReadOptions options;
    if (bytes[0] & 1) options.unitsPerMillivolt = 1000;
    if (bytes[0] & 2) options.samplingRate = 500;
    readPrefixes(ecg::csvFormat(), name, bytes.substr(1), options);
  }
}
