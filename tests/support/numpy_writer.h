#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// An array to write as NumPy does.
struct NumpyArray {
  std::string type = "<f8";  ///< or ">i2", "<U3", "|O", ...
  std::vector<std::size_t> shape;
  std::vector<double> values;      ///< in the order of the file
  std::vector<std::string> texts;  ///< where the type is one of texts
  bool fortran = false;
  int version = 1;
  std::string header;  ///< what stands instead of the dictionary; made where empty
};

/// The bytes of a .npy file.
std::string writeNumpy(const NumpyArray& array);

/// A number as NumPy stores it: kind f, i or u of 1, 2, 4 or 8 bytes.
std::string numberBytes(double value, char kind, std::size_t width, bool bigEndian);

/// A ZIP to write.
struct ZipFile {
  std::vector<std::pair<std::string, std::string>> entries;  ///< names and contents
  bool deflate = false;
  bool zip64 = false;
};

std::string writeZip(const ZipFile& zip);

/// The same ZIP with the CRC-32 and the size of every entry set right, so that a changed one is
/// read; unchanged where it is none.
std::string repairZip(std::string bytes);

}  // namespace ecg::test
