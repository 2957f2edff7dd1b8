#include "preprocess/formats/mat/mat.h"

#include <doctest/doctest.h>

#include "tests/support/array_checks.h"
#include "tests/support/mat_writer.h"

using ecg::Match;
using ecg::matFormat;
using namespace ecg::test;

namespace {

ecg::ReadResult readMat(const std::string& bytes, const ecg::ReadOptions& options = bothGiven()) {
  return matFormat().read(oneFile("x.mat", bytes), options);
}

Mat4Matrix level4(std::size_t rows, std::size_t columns) {
  Mat4Matrix matrix;
  matrix.rows = rows;
  matrix.columns = columns;
  matrix.values = ramp(rows * columns);
  return matrix;
}

Mat5 level5(const std::string& name, int rows, int columns, const std::string& type = "f8") {
  return Mat5::numbers(name, {rows, columns},
                       ramp(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns)),
                       type);
}

}  // namespace

TEST_CASE("mat: level 4 of every precision, both byte orders and layouts") {
  for (int precision = 0; precision <= 5; ++precision)
    for (const bool bigEndian : {false, true}) {
      Mat4Matrix matrix = level4(2, 5);
      matrix.precision = precision;
      matrix.bigEndian = bigEndian;
      const std::string bytes = writeMat4({matrix});
      CHECK(matFormat().sniff(oneFile("x.mat", bytes)) == Match::possible);
      const auto r = readMat(bytes).recording;
      CHECK(r.format == "mat");
      CHECK(r.samplingRate == 500);
      REQUIRE(r.leads.size() == 2);
      CHECK(r.leads[1].name == "col 2");
      CHECK(samplesOf(r, 1) == Floats{1, 3, 5, 7, 9});
      std::swap(matrix.rows, matrix.columns);
      CHECK(samplesOf(readMat(writeMat4({matrix})).recording, 1) == Floats{5, 6, 7, 8, 9});
    }
}

TEST_CASE("mat: what a PhysioNet Challenge file leaves unsaid is asked for") {
  Mat4Matrix matrix = level4(2, 400);
  for (double& value : matrix.values)
    value = 4 * static_cast<double>(static_cast<int>(value) % 251);
  const std::string bytes = writeMat4({matrix});
  const auto sentence = refusal(matFormat(), "A0001.mat", bytes, "unit-unknown", {});
  CHECK(sentence.find("its unit and its sampling rate") != std::string::npos);
  CHECK(sentence.find("suggests uV") != std::string::npos);
  CHECK(sentence.find("or add its WFDB header A0001.hea.") != std::string::npos);
  const auto r = readMat(bytes, given(500, 1000, {"I", "II"})).recording;
  CHECK(r.leads[1].name == "II");
  CHECK(r.samples[1] == 0.008f);
}

TEST_CASE("mat: level 4 variables beside the signal") {
  Mat4Matrix rate = level4(1, 1);
  rate.name = "Fs";
  rate.values = {360};
  Mat4Matrix unit = level4(1, 2);
  unit.name = "units";
  unit.form = 1;
  unit.values = {'u', 'V'};
  Mat4Matrix complex = level4(1, 3);
  complex.name = "z";
  complex.complex = true;
  complex.values = ramp(6);
  Mat4Matrix sparse = level4(2, 3);
  sparse.name = "s";
  sparse.form = 2;
  const auto r = readMat(writeMat4({rate, unit, complex, sparse, level4(3, 120)}), {}).recording;
  CHECK(r.samplingRate == 360);
  CHECK(r.leads.size() == 3);
  CHECK(r.samples[1] == 0.003f);
  CHECK(diagnosticOf(r, "array-left-out").find("z was left out: it is complex") !=
        std::string::npos);
}

TEST_CASE("mat: level 4 that is damaged") {
  const std::string bytes = writeMat4({level4(2, 50)});
  const auto cut = bytes.substr(0, bytes.size() - 1);
  CHECK(matFormat().sniff(oneFile("x.mat", cut)) == Match::possible);
  refusal(matFormat(), "x.mat", cut, "truncated", bothGiven());
  refusal(matFormat(), "x.mat", bytes + "tail", "bad-header", bothGiven());
  for (const std::size_t at : {0, 4, 12, 16, 21}) {
    std::string broken = bytes;
    broken[at] = '\xFF';
    CAPTURE(at);
    if (at != 4) CHECK(matFormat().sniff(oneFile("x.mat", broken)) == Match::none);
    CHECK_THROWS_AS(readMat(broken), ecg::InputError);
  }
}

TEST_CASE("mat: level 5 of every type, byte order and packing") {
  for (const char* type : {"i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"})
    for (const bool bigEndian : {false, true})
      for (const auto packing :
           {Mat5File::Packing::none, Mat5File::Packing::stored, Mat5File::Packing::fixed}) {
        CAPTURE(type);
        const std::string bytes =
            writeMat5({{level5("ecg", 6, 2, type)}, bigEndian, packing, "MATLAB 5.0 MAT-file"});
        CHECK(matFormat().sniff(oneFile("x.mat", bytes)) == Match::certain);
        const auto r = readMat(bytes).recording;
        REQUIRE(r.leads.size() == 2);
        CHECK(samplesOf(r, 1) == Floats{6, 7, 8, 9, 10, 11});
        CHECK(diagnosticOf(r, "lead-axis").find("ecg (6 x 2)") != std::string::npos);
      }
}

TEST_CASE("mat: a struct says rate, unit, names, age and sex") {
  const auto structure = Mat5::structure(
      "ECG",
      {level5("data", 2, 200), Mat5::numbers("fs", {1, 1}, {250}), Mat5::text("unit", {"uV"}),
       Mat5::text("sex", {"Female"}), Mat5::numbers("age", {1, 1}, {61}, "u1"),
       Mat5::cell("leads", {Mat5::text("", {"II"}), Mat5::text("", {"V5"})})});
  for (const bool bigEndian : {false, true}) {
    const auto result =
        readMat(writeMat5({{structure}, bigEndian, Mat5File::Packing::fixed, "MATLAB"}), {});
    const auto& r = result.recording;
    CHECK(r.samplingRate == 250);
    REQUIRE(r.leads.size() == 2);
    CHECK(r.leads[0].name == "II");
    CHECK(r.leads[1].storedName == "V5");
    CHECK(r.samples[1] == 0.002f);
    CHECK(r.diagnostics.empty());
    CHECK(result.patient.sex == "Female");
    CHECK(result.patient.age == "61");
  }
}

TEST_CASE("mat: lead names as a matrix of characters, and leads as variables") {
  const auto r =
      readMat(writeMat5({{level5("val", 150, 3), Mat5::text("lead_names", {"I", "aVF", "V2"})},
                         false,
                         Mat5File::Packing::none,
                         "MATLAB"}))
          .recording;
  CHECK(r.leads[1].name == "aVF");
  const auto named = readMat(writeMat5({{level5("I", 150, 1), level5("V6_mV", 150, 1),
                                         Mat5::numbers("other", {3, 1}, {1, 0, 1})},
                                        false,
                                        Mat5File::Packing::none,
                                        "MATLAB"}),
                             given(500, 1000))
                         .recording;
  REQUIRE(named.leads.size() == 2);
  CHECK(named.leads[1].name == "V6");
  CHECK(named.samples[1] == 0.001f);
  CHECK(named.lead(1)[1] == 1);
}

TEST_CASE("mat: structs in arrays, cells in cells, and too deep") {
  const auto two = Mat5::structure("rec",
                                   {level5("ecg", 1, 130), Mat5::text("id", {"a"}),
                                    level5("ecg", 1, 140), Mat5::text("id", {"b"})},
                                   2);
  const auto r =
      readMat(writeMat5({{two}, false, Mat5File::Packing::none, "MATLAB"}), given(500, 1, {}, 2))
          .recording;
  CHECK(r.length == 130);
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 2 was read: 1 is rec[2].ecg (1 x 140), 2 is "
        "rec[1].ecg (1 x 130).");
  Mat5 deep = level5("ecg", 1, 200);
  for (int i = 0; i < 7; ++i) deep = Mat5::cell("deep", {deep});
  CHECK(readMat(writeMat5({{deep}, false, Mat5File::Packing::none, "MATLAB"})).recording.length ==
        200);
  for (int i = 0; i < 40; ++i) deep = Mat5::cell("deep", {deep});
  refusal(matFormat(), "x.mat", writeMat5({{deep}, false, Mat5File::Packing::none, "MATLAB"}),
          "no-signal", bothGiven());
}

TEST_CASE("mat: what is no full real matrix is left out") {
  Mat5 complex = level5("z", 1, 200);
  complex.flags = 0x800;
  Mat5 sparse = level5("s", 1, 200);
  sparse.kind = 5;
  Mat5 opaque = level5("o", 1, 200);
  opaque.kind = 17;
  Mat5 unnamed = level5("", 1, 400);
  const auto r = readMat(writeMat5({{complex, sparse, opaque, unnamed, level5("val", 1, 200)},
                                    false,
                                    Mat5File::Packing::none,
                                    "MATLAB"}))
                     .recording;
  CHECK(r.length == 200);
  CHECK(r.diagnostics[0].message == "Variable \"z\" was left out: it is complex.");
  CHECK(r.diagnostics[1].message == "Variable \"s\" was left out: it is sparse.");
}

TEST_CASE("mat: level 5 that is damaged") {
  const std::string bytes =
      writeMat5({{level5("val", 2, 100)}, false, Mat5File::Packing::none, "MATLAB"});
  refusal(matFormat(), "x.mat", bytes.substr(0, bytes.size() - 9), "truncated", bothGiven());
  std::string broken = bytes;
  broken[128 + 8 + 16 + 8] = 3;  // rows that the numbers do not fill
  refusal(matFormat(), "x.mat", broken, "truncated", bothGiven());
  broken[128 + 8 + 16 + 8 + 3] = '\x80';
  refusal(matFormat(), "x.mat", broken, "bad-header", bothGiven());
  std::string packed =
      writeMat5({{level5("val", 2, 100)}, false, Mat5File::Packing::stored, "MATLAB"});
  packed.back() = static_cast<char>(packed.back() ^ 1);
  const auto sentence = refusal(matFormat(), "x.mat", packed, "bad-deflate", bothGiven());
  CHECK(sentence.find("its checksum is another") != std::string::npos);
  refusal(matFormat(), "x.mat", bytes.substr(0, 128), "no-signal", bothGiven());
}
