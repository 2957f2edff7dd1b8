#include "preprocess/formats/csv_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "preprocess/formats/csv.h"
#include "preprocess/formats/npy_writer.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

TEST_CASE("csv writer: reading back gives the same rate and the same floats") {
  for (const double rate : {500.0, 513.625, 599.88, 360.0, 1000.0 / 3, 130.166}) {
    ecg::Recording recording;
    recording.samplingRate = rate;
    recording.length = 2000;
    recording.leads = {
        {"I", "x", "mV"}, {"odd, \"name\"", "y", "mV"}, {"RESP", "z", "cmH2O"}, {"plain", "w", ""}};
    std::mt19937 random(7);
    for (std::size_t i = 0; i < 4 * recording.length; ++i) {
      const auto exponent = static_cast<int>(random() % 40) - 30;
      recording.samples.push_back(std::ldexp(
          static_cast<float>(static_cast<std::int32_t>(random())) / 2147483648.0f, exponent));
    }
    recording.samples[3] = std::nanf("");
    recording.samples[4] = std::numeric_limits<float>::denorm_min();
    recording.samples[5] = std::numeric_limits<float>::max();
    recording.samples[6] = -0.0f;
    const std::string text = ecg::writeCsv(recording);
    const auto files = oneFile("x.csv", text);
    CHECK(ecg::csvFormat().sniff(files) == ecg::Match::possible);
    const auto back = ecg::csvFormat().read(files, {}).recording;
    CHECK(back.samplingRate == rate);
    REQUIRE(back.leads.size() == 4);
    for (std::size_t lead = 0; lead < 4; ++lead) {
      CHECK(back.leads[lead].name == recording.leads[lead].name);
      CHECK(back.leads[lead].unit == recording.leads[lead].unit);
    }
    REQUIRE(back.length == recording.length);
    std::size_t different = 0;
    for (std::size_t i = 0; i < recording.samples.size(); ++i)
      if (i != 3 && std::memcmp(&back.samples[i], &recording.samples[i], sizeof(float)) != 0)
        ++different;
    CHECK(different == 0);
    CHECK(std::isnan(back.samples[3]));
    // The time column alone gives the rate as well.
    const auto bare =
        ecg::csvFormat().read(oneFile("x.csv", text.substr(text.find('\n') + 1)), {}).recording;
    CHECK(bare.samplingRate == doctest::Approx(rate).epsilon(1e-9));
  }
}

TEST_CASE("csv writer: the text itself") {
  ecg::Recording recording;
  recording.samplingRate = 250;
  recording.length = 2;
  recording.leads = {{"I", "I", "mV"}, {"V1", "V1", "mV"}};
  recording.samples = {0.1f, std::nanf(""), -1.5f, 2};
  CHECK(ecg::writeCsv(recording) ==
        "# sampling rate: 250 Hz\ntime (s),I (mV),V1 (mV)\n0.000000000,0.1,-1.5\n"
        "0.004000000,,2\n");
}

TEST_CASE("npy writer: version 1.0, little endian, aligned") {
  const float data[] = {1, 2, 3, 4, 5, -0.5f};
  const auto bytes = ecg::writeNpy(data, {2, 3});
  const std::string text(bytes.begin(), bytes.end());
  CHECK(text.substr(0, 8) == std::string("\x93NUMPY\x01\0", 8));
  const std::size_t header = bytes[8] + 256u * bytes[9];
  CHECK((10 + header) % 64 == 0);
  CHECK(text.substr(10, 60) == "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } ");
  CHECK(text[9 + header] == '\n');
  REQUIRE(bytes.size() == 10 + header + sizeof data);
  CHECK(text.substr(text.size() - 4) == std::string("\0\0\0\xBF", 4));
  const auto flat = ecg::writeNpy(data, {6});
  CHECK(std::string(flat.begin(), flat.end()).find("(6,), }") != std::string::npos);
  CHECK(ecg::writeNpy(data, {0, 12}).size() == 128);
}
