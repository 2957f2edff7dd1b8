#include "preprocess/formats/sierra/lzw.h"

#include <array>

namespace ecg::sierra {
namespace {

constexpr unsigned codeBits = 10;
constexpr std::size_t endCode = (1u << codeBits) - 1;
constexpr std::size_t firstString = 256;

/// A string that came out before: where it stands in the output.
struct Stretch {
  std::size_t start = 0, size = 0;
};

}  // namespace

std::vector<std::uint8_t> decodeLzw(ByteView packed, std::size_t most, const std::string& where) {
  const auto bad = [&](const std::string& what) {
    return InputError("bad-chunk",
                      where + " is not LZW of 10 bits: " + what + "; get the original file.");
  };
  std::array<Stretch, endCode> strings;
  std::size_t known = firstString;
  std::vector<std::uint8_t> out;
  Stretch previous;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (std::size_t at = 0; at < packed.size;) {
    while (held < codeBits && at < packed.size) {
      bits = bits << 8 | packed.data[at++];
      held += 8;
    }
    if (held < codeBits) break;
    held -= codeBits;
    const std::size_t code = bits >> held & endCode;
    if (code == endCode) break;
    // Each string but the first is the one before it and the byte that came after.
    if (previous.size && known < endCode) strings[known++] = {previous.start, previous.size + 1};
    if (code >= known)
      throw bad(sentence({"code ", code, " before byte ", at + 1, " has no string yet"}));
    const Stretch stretch = code < firstString ? Stretch{0, 1} : strings[code];
    if (stretch.size > most - out.size())
      throw bad(sentence({"more than ", most, " bytes come out"}));
    previous = {out.size(), stretch.size};
    if (code < firstString) {
      out.push_back(static_cast<std::uint8_t>(code));
    } else {
      for (std::size_t i = 0; i < stretch.size; ++i) out.push_back(out[stretch.start + i]);
    }
  }
  return out;
}

}  // namespace ecg::sierra
