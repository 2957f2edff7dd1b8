#include "tests/support/fuzz_seeds.h"
#include "tests/support/mat_writer.h"

namespace ecg::test {
namespace {

std::vector<double> wave(std::size_t count) {
  std::vector<double> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(static_cast<double>(i * i % 97));
  return out;
}

Mat4Matrix level4(const std::string& name, std::size_t rows, std::size_t columns) {
  Mat4Matrix matrix;
  matrix.name = name;
  matrix.rows = rows;
  matrix.columns = columns;
  matrix.values = wave(rows * columns);
  return matrix;
}

std::vector<Mat5> variables() {
  Mat5 complex = Mat5::numbers("z", {1, 2}, {1, 2}, "f4");
  complex.flags = 0x800;
  return {Mat5::structure("ECG", {Mat5::numbers("data", {2, 9}, wave(18), "i2"),
                                  Mat5::numbers("fs", {1, 1}, {500}, "u2"),
                                  Mat5::text("unit", {"uV"}), Mat5::numbers("age", {1, 1}, {50})}),
          Mat5::cell("leads", {Mat5::text("", {"I"}), Mat5::text("", {"V1"})}), complex,
          Mat5::structure("s",
                          {Mat5::numbers("I", {1, 4}, wave(4), "f4"),
                           Mat5::numbers("I", {1, 4}, wave(4), "f8")},
                          2)};
}

}  // namespace

Seeds matSeeds() {
  using Packing = Mat5File::Packing;
  Mat4Matrix big = level4("ecg", 3, 5);
  big.bigEndian = true;
  big.precision = 0;
  Mat4Matrix text = level4("units", 1, 2);
  text.form = 1;
  text.values = {'m', 'V'};
  Mat4Matrix sparse = level4("s", 2, 3);
  sparse.form = 2;
  Mat4Matrix rate = level4("Fs", 1, 1);
  rate.values = {500};
  const std::vector<Mat5> several = {Mat5::numbers("x", {2, 5, 3}, wave(30), "u1")};
  return {{"val.mat", writeMat4({level4("val", 2, 9)})},
          {"big4.mat", writeMat4({big})},
          {"more4.mat", writeMat4({text, sparse, rate, level4("val", 2, 9)})},
          {"plain5.mat", writeMat5({variables(), false, Packing::none, "MATLAB 5.0 MAT-file"})},
          {"big5.mat", writeMat5({variables(), true, Packing::none, "MATLAB 5.0 MAT-file"})},
          {"packed5.mat", writeMat5({variables(), false, Packing::fixed, "MATLAB 5.0 MAT-file"})},
          {"several5.mat", writeMat5({several, false, Packing::none, "by hand"})},
          {"seven.mat", "MATLAB 7.3 MAT-file, Platform: GLNXA64"},
          {"plain.h5", std::string("\x89HDF\r\n\x1a\n")}};
}

}  // namespace ecg::test
