// Any bytes are unpacked, to no more than the bound, or refused with an InputError; content that
// was packed comes out again.
#include <cstdlib>
#include <string>

#include "preprocess/formats/deflate/inflate.h"
#include "tests/support/deflate_writer.h"

namespace {

constexpr std::size_t most = 1 << 16;

std::string unpacked(const std::string& bytes, ecg::DeflateFraming framing) {
  const ecg::ByteView view{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  const auto out = ecg::inflate(view, most, {"fuzz.bin", 0}, framing);
  if (out.size() > most) std::abort();
  return {out.begin(), out.end()};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const auto framing : {ecg::DeflateFraming::raw, ecg::DeflateFraming::zlib}) {
    try {
      unpacked(bytes, framing);
    } catch (const ecg::InputError& error) {
      if (error.code() != "bad-deflate") std::abort();
    }
  }
  const std::string packed = ecg::test::zlibFramed(ecg::test::deflateFixed(bytes), bytes);
  if (size <= most && unpacked(packed, ecg::DeflateFraming::zlib) != bytes) std::abort();
  return 0;
}
