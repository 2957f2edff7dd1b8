#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ecg::test {

/// A whole number as `size` bytes, the lowest first or, where `big`, last.
inline std::string putNumber(std::int64_t value, std::size_t size, bool big = false) {
  std::string out(size, '\0');
  for (std::size_t i = 0; i < size; ++i)
    out[big ? size - 1 - i : i] =
        static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
  return out;
}

/// A text of `size` bytes, filled up with zeros.
inline std::string putText(std::string text, std::size_t size) {
  text.resize(size, '\0');
  return text;
}

/// Puts bytes over those at `at`, which are there.
inline void overwrite(std::string& bytes, std::size_t at, const std::string& with) {
  bytes.replace(at, with.size(), with);
}

}  // namespace ecg::test
