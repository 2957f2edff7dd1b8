// The corpus' bare arrays: what they leave unsaid is given, and the samples are those of
// expected.json (of the WFDB records that the .mat files belong to) or of independent readers.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "preprocess/formats/hdf5/hdf5.h"
#include "preprocess/formats/json/json.h"
#include "preprocess/formats/mat/mat.h"
#include "preprocess/formats/npy/npy.h"
#include "tests/support/array_checks.h"

using namespace ecg::test;
using ecg::matFormat;
using ecg::npyFormat;

namespace {

std::string baseName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// Checks a lone .mat against its record's entry; its first lead's gain is in the header.
void checkAgainstRecord(const std::string& path, const nlohmann::json& entry,
                        double unitsPerMillivolt) {
  const auto bytes = corpusBytes(path + ".mat");
  if (!bytes) return;
  CAPTURE(path);
  const auto name = baseName(path) + ".mat";
  const auto sentence = refusal(matFormat(), name, *bytes, "unit-unknown");
  CHECK(sentence.find("add its WFDB header") != std::string::npos);
  const auto names = entry["leads"].get<std::vector<std::string>>();
  const auto r =
      matFormat()
          .read(oneFile(name, *bytes), given(entry["fs"].get<double>(), unitsPerMillivolt, names))
          .recording;
  CHECK(r.samplingRate == entry["fs"].get<double>());
  CHECK(r.length == entry["n_samples"].get<std::size_t>());
  REQUIRE(r.leads.size() == names.size());
  for (std::size_t lead = 0; lead < names.size(); ++lead) {
    CHECK(r.leads[lead].name == names[lead]);
    if (entry["first8_mV"].contains(names[lead]))
      for (std::size_t i = 0; i < 8; ++i)
        CHECK(r.lead(lead)[i] ==
              doctest::Approx(entry["first8_mV"][names[lead]][i].get<double>()).epsilon(1e-4));
    const auto [low, high] = std::minmax_element(r.lead(lead), r.lead(lead) + r.length);
    CHECK(*low == doctest::Approx(entry["min_mV"][lead].get<double>()).epsilon(1e-4));
    CHECK(*high == doctest::Approx(entry["max_mV"][lead].get<double>()).epsilon(1e-4));
  }
}

}  // namespace

TEST_CASE("arrays corpus: PhysioNet's .mat files without their headers") {
  auto json = corpusBytes("expected.json");
  if (!json) return;
  for (std::size_t at = 0; (at = json->find("NaN", at)) != std::string::npos;)
    json->replace(at, 3, "0");
  const auto expected = nlohmann::json::parse(*json);
  std::size_t records = 0;
  for (const auto& [key, entry] : expected.items()) {
    if (key.find("wfdb_mat/") != 0 || key.find(".hea") == std::string::npos) continue;
    const std::string path = key.substr(0, key.size() - 4);
    const auto header = corpusBytes(path + ".hea");
    if (!header) continue;
    const std::size_t gain = header->find("16+24 ");
    REQUIRE(gain != std::string::npos);
    checkAgainstRecord(path, entry, std::stod(header->substr(gain + 6)));
    ++records;
  }
  CHECK(records >= 13);
}

TEST_CASE("arrays corpus: Chapman's denoised files") {
  const auto bytes = corpusBytes("csv_txt/chapman_denoised_mat/MUSE_20180111_155115_19000.mat");
  if (!bytes) return;
  const auto sentence = refusal(matFormat(), "MUSE.mat", *bytes, "unit-unknown");
  CHECK(sentence.find("suggests uV) and samplingRate (in Hz; 5000 samples are 10 s at 500 Hz).") !=
        std::string::npos);
  const auto r = matFormat().read(oneFile("MUSE.mat", *bytes), given(500, 1000)).recording;
  CHECK(r.length == 5000);
  REQUIRE(r.leads.size() == 12);
  // By scipy.io.loadmat.
  CHECK(r.lead(0)[0] == doctest::Approx(-0.16533));
  CHECK(r.lead(5)[0] == doctest::Approx(-0.23116));
  const auto [low, high] = std::minmax_element(r.samples.begin(), r.samples.end());
  CHECK(*low == doctest::Approx(-1.0781));
  CHECK(*high == doctest::Approx(0.88635));
}

TEST_CASE("arrays corpus: CPSC 2019, the signal and the positions of its beats") {
  const std::string folder = "annotations/cpsc2019_rpeaks/";
  const auto bytes = corpusBytes(folder + "data_00014.mat");
  if (!bytes) return;
  const auto r = matFormat().read(oneFile("data_00014.mat", *bytes), bothGiven()).recording;
  CHECK(r.length == 5000);
  CHECK(r.samples[5] == 0.0492086f);
  const auto [low, high] = std::minmax_element(r.samples.begin(), r.samples.end());
  CHECK(*low == -0.4427914f);
  CHECK(*high == 1.0952086f);
  if (const auto peaks = corpusBytes(folder + "R_00014.mat"))
    CHECK(refusal(matFormat(), "R_00014.mat", *peaks, "no-signal", bothGiven())
              .find("\"R_peak\" 13 x 1") != std::string::npos);
}

TEST_CASE("arrays corpus: NumPy's files") {
  if (const auto bytes = corpusBytes("hdf5_npy/npy/A3794.npy")) {
    CHECK(refusal(npyFormat(), "A3794.npy", *bytes, "unit-unknown").find("had been scaled") !=
          std::string::npos);
    const auto r = npyFormat().read(oneFile("A3794.npy", *bytes), bothGiven()).recording;
    CHECK(r.length == 5000);
    REQUIRE(r.leads.size() == 12);
    CHECK(r.lead(0)[0] == 0.46506614f);
    CHECK(r.lead(11)[1] == doctest::Approx(0.63936363));
  }
  if (const auto bytes = corpusBytes("hdf5_npy/npz/Apple_watch_ecg.npz")) {
    CHECK(refusal(npyFormat(), "watch.npz", *bytes, "unit-unknown").find("rate") ==
          std::string::npos);
    const auto r = npyFormat().read(oneFile("watch.npz", *bytes), given(0, 1)).recording;
    CHECK(r.samplingRate == doctest::Approx(512.508));
    CHECK(r.length == 15374);
    CHECK(r.samples[4] == 0.002509f);
  }
  if (const auto bytes = corpusBytes("hdf5_npy/sph_h5/SPH00001.h5"))
    refusal(ecg::hdf5Format(), "SPH00001.h5", *bytes, "unsupported-hdf5");
}
