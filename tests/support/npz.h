#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::testing {

/// An array of a NumPy archive: its type as NumPy writes it (`<i2`, `<U13`), shape and bytes.
struct NpzArray {
  std::string type;
  std::vector<std::size_t> shape;
  std::vector<std::uint8_t> bytes;

  /// Texts of a type `<U`, of ASCII.
  std::vector<std::string> texts() const;
};

/// Arrays of an .npz file, by name (without `.npy`), in the order asked for.
/// @throws std::runtime_error where one is absent, not in C order or not of format 1.0.
std::vector<NpzArray> readNpz(const std::string& path, const std::vector<std::string>& names);

/// Recordings stored as first differences, modulo 2^16: `delta`, int16 [recordings, leads, length].
class StoredDifferences {
 public:
  explicit StoredDifferences(NpzArray array);

  std::size_t count() const { return array_.shape[0]; }
  std::size_t leads() const { return array_.shape[1]; }
  std::size_t length() const { return array_.shape[2]; }
  /// One lead of one recording, times `unit`.
  void decode(std::size_t recording, std::size_t lead, float unit, float* out) const;

 private:
  NpzArray array_;
};

}  // namespace ecg::testing
