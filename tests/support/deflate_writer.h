#pragma once

#include <cstdint>
#include <string>

namespace ecg::test {

/// A deflate stream of one block of the fixed code, literals only.
std::string deflateFixed(const std::string& bytes);

/// A deflate stream of stored blocks.
std::string deflateStored(const std::string& bytes);

/// zlib's framing of a deflate stream.
std::string zlibFramed(const std::string& deflated, const std::string& bytes);

/// `value` as `count` bytes.
std::string littleBytes(std::uint64_t value, std::size_t count);
std::string bigBytes(std::uint64_t value, std::size_t count);

}  // namespace ecg::test
