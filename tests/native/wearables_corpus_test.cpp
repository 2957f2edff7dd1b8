#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "tests/support/corpus.h"
#include "tests/support/reader_checks.h"

using ecg::readRecording;
using namespace ecg::test;

TEST_CASE("apple corpus: every file is as an independent reader found it") {
  const std::string corpus = std::string(ECG_SHARED_DIR) + "/corpus";
  for (const CorpusCase& expected : corpusCases(corpus, {"apple_health_csv/"})) {
    const auto bytes = corpusBytes(expected.path);
    if (!bytes) continue;
    CAPTURE(expected.path);
    auto r = readRecording(oneFile("ecg.csv", *bytes)).recording;
    CHECK(r.format == "apple-health");
    CHECK(r.wearable == "watch");
    CHECK(r.samplingRate == expected.samplingRate);
    CHECK(r.leads[0].storedName == "Lead I");
    CHECK(diagnosticOf(r, "device-classification").find("Sinus Rhythm") != std::string::npos);
    CHECK(r.diagnostics.size() == 1);
    // expected.json has the canonical name.
    r.leads[0].storedName = r.leads[0].name;
    for (const std::string& difference : differencesFromExpected(r, expected))
      FAIL_CHECK(difference);
  }
}

TEST_CASE("polar corpus: both apps' files, cell by cell") {
  struct File {
    const char* path;
    char delimiter;
    std::size_t timeColumn, ecgColumn;
    double unitsPerMillivolt;
  };
  for (const File& file :
       {File{"polar_h10/Polar_H10_first30s_PolarSensorLogger_layout_ECG.txt", ';', 1, 3, 1000},
        File{"polar_h10/polar_h10_first120s_ecglogger.csv", ',', 0, 1, 1}}) {
    const auto bytes = corpusBytes(file.path);
    if (!bytes) continue;
    CAPTURE(std::string(file.path));
    const auto r = readRecording(oneFile("x", *bytes)).recording;
    CHECK(r.format == "polar");
    CHECK(r.leads.size() == 1);
    CHECK(r.leads[0].name == "ecg");
    std::istringstream lines(*bytes);
    std::string line;
    std::getline(lines, line);
    std::vector<double> times;
    std::vector<float> samples;
    while (std::getline(lines, line)) {
      std::vector<std::string> cells;
      std::istringstream row(line);
      for (std::string cell; std::getline(row, cell, file.delimiter);) cells.push_back(cell);
      times.push_back(std::stod(cells[file.timeColumn]));
      samples.push_back(
          static_cast<float>(std::stod(cells[file.ecgColumn]) / file.unitsPerMillivolt));
    }
    CHECK(r.samples == samples);
    const double rate =
        1e9 * static_cast<double>(times.size() - 1) / (times.back() - times.front());
    CHECK(r.samplingRate == doctest::Approx(rate).epsilon(1e-9));
    MESSAGE(std::string(file.path)
            << ": " << r.length << " samples at " << r.samplingRate << " Hz");
  }
}
