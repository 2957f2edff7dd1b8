#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// A matrix of level 4 to write.
struct Mat4Matrix {
  std::string name = "val";
  int precision = 3;  ///< 0 double, 1 single, 2 int32, 3 int16, 4 uint16, 5 uint8
  int form = 0;       ///< 0 full, 1 text, 2 sparse
  std::size_t rows = 1, columns = 1;
  std::vector<double> values;  ///< column by column; the real parts, then the imaginary ones
  bool complex = false, bigEndian = false;
};
std::string writeMat4(const std::vector<Mat4Matrix>& matrices);

/// An array of level 5 to write, of any class.
struct Mat5 {
  static Mat5 numbers(std::string name, std::vector<int> shape, std::vector<double> values,
                      std::string type = "f8");
  static Mat5 text(std::string name, const std::vector<std::string>& rows);
  static Mat5 cell(std::string name, std::vector<Mat5> entries);
  /// The fields' values by field, for each of the struct's entries.
  static Mat5 structure(std::string name, std::vector<Mat5> fields, int entries = 1);

  std::string name;
  unsigned kind = 6;        ///< the class; 6 is double
  unsigned flags = 0;       ///< 0x800 is complex
  std::string type = "f8";  ///< how the numbers are stored
  std::vector<int> shape = {1, 1};
  std::vector<double> values;
  std::vector<Mat5> parts;
  int entries = 1;
};

struct Mat5File {
  std::vector<Mat5> variables;
  bool bigEndian = false;
  enum class Packing { none, stored, fixed } packing = Packing::none;
  std::string text = "MATLAB 5.0 MAT-file";
};
std::string writeMat5(const Mat5File& file);

/// The same file with every element at its top compressed, so that a fuzzer's changes lie within
/// sound compression; unchanged where it is none of level 5.
std::string compressMat5(const std::string& bytes);

}  // namespace ecg::test
