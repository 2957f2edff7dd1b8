// The same files as pydicom reads them (tests/peers/dicom_pydicom.py), where it is installed.
#ifndef __EMSCRIPTEN__
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "preprocess/formats/dicom/dicom.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

/// What the peer prints of a file; null where it cannot be run.
nlohmann::json peer(const std::string& bytes, int group) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("ecg_dicom_peer_" + std::to_string(std::random_device{}()) + ".dcm");
  std::ofstream(path, std::ios::binary) << bytes;
  const std::string command = "/usr/bin/python3 " ECG_SOURCE_DIR "/tests/peers/dicom_pydicom.py " +
                              path.string() + " " + std::to_string(group) + " 2>/dev/null";
  std::string out;
  if (FILE* pipe = popen(command.c_str(), "r")) {
    char buffer[4096];
    for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
    pclose(pipe);
  }
  std::filesystem::remove(path);
  return nlohmann::json::parse(out, nullptr, false).is_discarded() ? nullptr
                                                                   : nlohmann::json::parse(out);
}

bool hasPeer() {
  static const bool has =
      std::system("/usr/bin/python3 -c 'import pydicom, numpy' 2>/dev/null") == 0;
  if (!has) MESSAGE("skipped: no pydicom");
  return has;
}

void compare(const std::string& bytes, std::size_t group = 0) {
  const auto theirs = peer(bytes, static_cast<int>(group));
  REQUIRE(!theirs.is_null());
  ecg::ReadOptions options;
  options.recording = group + 1;
  const auto r = ecg::dicomFormat().read(oneFile("x.dcm", bytes), options).recording;
  CHECK(r.samplingRate == theirs["rate"].get<double>());
  REQUIRE(r.leads.size() == theirs["names"].size());
  for (std::size_t c = 0; c < r.leads.size(); ++c) {
    CHECK(r.leads[c].storedName == theirs["names"][c].get<std::string>());
    CHECK(r.leads[c].unit == theirs["units"][c].get<std::string>());
    REQUIRE(r.length == theirs["samples"][c].size());
    double worst = 0;
    for (std::size_t i = 0; i < r.length; ++i) {
      const double sample = theirs["samples"][c][i].get<double>();
      worst = std::max(worst, std::abs(r.lead(c)[i] - sample) / std::max(1e-3, std::abs(sample)));
    }
    CHECK(worst < 1e-7);
  }
}

}  // namespace

TEST_CASE("dicom peer: pydicom agrees on the corpus, both groups of it") {
  if (!hasPeer()) return;
  for (const char* path : {"dicom/ecgtoolkit/Example.dcm", "dicom/pydicom/waveform_ecg.dcm"})
    if (const auto bytes = corpusBytes(path))
      for (std::size_t group : {0, 1}) compare(*bytes, group);
}

TEST_CASE("dicom peer: pydicom agrees on every encoding and sample type") {
  if (!hasPeer()) return;
  struct Type {
    const char *name, *vr;
    int bits;
  };
  const Type types[] = {{"SB", "OB", 8},  {"UB", "OB", 8},  {"SS", "OW", 16},
                        {"US", "OW", 16}, {"SL", "OW", 32}, {"UL", "OW", 32}};
  for (const auto& type : types) {
    for (const bool explicitVr : {true, false}) {
      for (const bool undefinedLengths : {true, false}) {
        DicomFile file;
        file.encoding = {explicitVr, false, undefinedLengths, false};
        DicomGroup& group = file.groups[0];
        group.bits = type.bits;
        group.interpretation = type.name;
        group.dataVr = type.vr;
        group.channels.push_back(group.channels[0]);
        group.channels[0].correction = "1.013";
        group.channels[0].unit = "mV";
        group.channels[1].sample = [](int i) { return 77LL * i * i * i - 5; };
        compare(writeDicom(file));
      }
    }
  }
}
#endif
