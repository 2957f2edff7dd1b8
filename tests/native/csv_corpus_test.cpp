#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

#include "preprocess/formats/csv.h"
#include "tests/support/reader_checks.h"

using ecg::csvFormat;
using namespace ecg::test;

namespace {

/// The numbers of a comma-separated file by the C++ library, as an independent reading.
std::vector<std::vector<double>> plainRows(const std::string& text) {
  std::vector<std::vector<double>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(std::stod(cell));
  }
  return rows;
}

void checkValues(const ecg::Recording& r, const std::vector<std::vector<double>>& rows,
                 std::size_t firstColumn, double unitsPerMillivolt) {
  REQUIRE(r.length == rows.size());
  std::size_t different = 0;
  for (std::size_t lead = 0; lead < r.leads.size(); ++lead)
    for (std::size_t i = 0; i < r.length; ++i)
      if (r.lead(lead)[i] != static_cast<float>(rows[i][lead + firstColumn] / unitsPerMillivolt))
        ++different;
  CHECK(different == 0);
}

}  // namespace

TEST_CASE("csv corpus: PTB-XL at 100 Hz") {
  ecg::ReadOptions options;
  options.samplingRate = 100;
  options.unitsPerMillivolt = 1;
  options.leads = {"I", "II", "III", "AVR", "AVL", "AVF", "V1", "V2", "V3", "V4", "V5", "V6"};
  for (const char* name : {"00001_lr_100hz.csv", "00002_lr_100hz.csv"}) {
    const auto bytes = corpusBytes(std::string("csv_txt/ptbxl_100hz_csv/") + name);
    if (!bytes) continue;
    CHECK(csvFormat().sniff(oneFile(name, *bytes)) == ecg::Match::possible);
    const auto r = csvFormat().read(oneFile(name, *bytes), options).recording;
    CHECK(r.samplingRate == 100);
    CHECK(r.length == 1000);
    REQUIRE(r.leads.size() == 12);
    CHECK(r.leads[3].name == "aVR");
    CHECK(r.diagnostics.empty());
    checkValues(r, plainRows(*bytes), 0, 1);
    const auto asked = refusal(csvFormat(), name, *bytes, "unit-unknown");
    CHECK(asked.find("suggests mV") != std::string::npos);
  }
}

TEST_CASE("csv corpus: CinC 2011, a counter and twelve columns") {
  const auto bytes = corpusBytes("csv_txt/cinc2011_12lead_txt/1002867.txt");
  if (!bytes) return;
  CHECK(csvFormat().sniff(oneFile("1002867.txt", *bytes)) == ecg::Match::possible);
  const auto asked = refusal(csvFormat(), "1002867.txt", *bytes, "unit-unknown");
  MESSAGE(asked);
  ecg::ReadOptions options;
  options.samplingRate = 500;
  options.unitsPerMillivolt = 200;
  options.leads = {"I", "II", "III", "aVR", "aVF", "aVL", "V1", "V2", "V3", "V4", "V5", "V6"};
  const auto r = csvFormat().read(oneFile("1002867.txt", *bytes), options).recording;
  CHECK(r.samplingRate == 500);
  CHECK(r.length == 5000);
  REQUIRE(r.leads.size() == 12);
  CHECK(r.leads[4].name == "aVF");
  checkValues(r, plainRows(*bytes), 1, 200);
  // III = II - I by Einthoven, to the digit: the columns are where their names say.
  for (std::size_t i = 0; i < r.length; ++i)
    REQUIRE(std::fabs(r.lead(2)[i] - (r.lead(1)[i] - r.lead(0)[i])) < 0.011f);
}

TEST_CASE("csv corpus: Polar H10 exports") {
  if (const auto bytes =
          corpusBytes("polar_h10/Polar_H10_first30s_PolarSensorLogger_layout_ECG.txt")) {
    const auto r = csvFormat().read(oneFile("psl.txt", *bytes), {}).recording;
    CHECK(r.samplingRate == doctest::Approx(130.17).epsilon(1e-3));
    CHECK(r.leads.size() == 1);
    CHECK(r.samples[0] == -0.098f);
  }
  if (const auto bytes = corpusBytes("polar_h10/polar_h10_first120s_ecglogger.csv")) {
    refusal(csvFormat(), "ecglogger.csv", *bytes, "unit-unknown");
    ecg::ReadOptions options;
    options.samplingRate = 130;
    options.unitsPerMillivolt = 1;
    const auto r = csvFormat().read(oneFile("ecglogger.csv", *bytes), options).recording;
    CHECK(r.leads.size() == 1);
    CHECK(r.samples[0] == -0.098f);
  }
}

TEST_CASE("csv corpus: what is no table of samples is not claimed") {
  for (const char* path :
       {"apple_health_csv/ecg_2021-12-17.csv", "apple_health_csv/ecg_2023-09-26.csv",
        "csv_txt/scipy_dataset_ecg/ecg.dat", "csv_txt/scipy_dataset_ecg/README.md",
        "csv_txt/chapman_denoised_mat/MUSE_20180111_155115_19000.mat",
        "wfdb_mat/cinc2017_single_lead/REFERENCE.csv", "hdf5_npy/sph_h5/metadata.csv",
        "wfdb/ptbxl_500hz/labels.csv", "wfdb/fmt212_mitdb/100.hea", "wfdb/fmt212_mitdb/100.atr",
        "wfdb/fmt212_mitdb/100.dat", "scp/ecgtoolkit/Example.scp",
        "hl7_aecg/ecgtoolkit/Example.xml", "edf_bdf/cardio/sample.edf", "expected.json"}) {
    const auto bytes = corpusBytes(path);
    if (!bytes) continue;
    CAPTURE(path);
    CHECK(csvFormat().sniff(oneFile("x.csv", *bytes)) == ecg::Match::none);
  }
}
