#include <doctest/doctest.h>

#include <string>

#include "preprocess/formats/crc32.h"
#include "preprocess/formats/deflate/adler32.h"
#include "preprocess/formats/deflate/inflate.h"
#include "tests/support/deflate_writer.h"

using ecg::DeflateFraming;
using namespace ecg::test;

namespace {

ecg::ByteView viewOf(const std::string& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

std::string unpacked(const std::string& bytes, DeflateFraming framing = DeflateFraming::raw,
                     std::size_t most = 1 << 20) {
  const auto out = ecg::inflate(viewOf(bytes), most, {"x.bin", 100}, framing);
  return {out.begin(), out.end()};
}

/// The sentence of `bad-deflate`.
std::string refusalOf(const std::string& bytes, DeflateFraming framing = DeflateFraming::raw,
                      std::size_t most = 1 << 20) {
  try {
    unpacked(bytes, framing, most);
  } catch (const ecg::InputError& error) {
    CHECK(error.code() == "bad-deflate");
    return error.what();
  }
  FAIL_CHECK("no error");
  return "";
}

bool says(const std::string& sentence, const char* what) {
  const bool found = sentence.find(what) != std::string::npos;
  if (!found) MESSAGE(sentence);
  return found && sentence.find("x.bin") == 0 && sentence.back() == '.';
}

/// 800 bytes packed by zlib 1.2 with codes of their own, and what they are.
const std::string dynamic(
    "\x78\xda\xed\xd0\xcb\x11\xc0\x20\x08\x00\xd1\xc6\x40\x94\x11\x22\xc1\x7f\xff\xc5\x64\x52\x42"
    "\x6e\x39\xb8\x05\xbc\xc3\x02\x00\x06\x8a\x9c\xb5\x78\x5f\x98\xc4\xda\x8e\x72\x4f\x12\xdf\x6c"
    "\x33\xd9\x62\x47\x1d\x5c\xc9\xb0\xc0\x05\x05\x8d\x2a\x0f\x45\xe7\x65\x69\x1a\x6f\x17\x9a\xb7"
    "\xc4\xdd\x4c\x12\xae\xee\x45\x33\x47\x0a\x08\x6f\xc7\xfe\x68\x9f\x67\xff\xb2\x1f\xf8\xcc\xd9"
    "\xef",
    93);

std::string dynamicContent() {
  std::string out;
  for (int i = 0; i < 800; ++i) out += static_cast<char>((i % 400 * (i % 400) >> 3) % 23 + 60);
  return out;
}

}  // namespace

TEST_CASE("inflate: stored, fixed and dynamic blocks") {
  std::string all;
  for (unsigned i = 0; i < 70000; ++i) all += static_cast<char>(i * i >> 5);
  for (const std::string& content : {std::string(), std::string("a"), all}) {
    CHECK(unpacked(deflateStored(content)) == content);
    CHECK(unpacked(deflateFixed(content)) == content);
    CHECK(unpacked(zlibFramed(deflateFixed(content), content), DeflateFraming::zlib) == content);
  }
  CHECK(unpacked(dynamic, DeflateFraming::zlib) == dynamicContent());
  CHECK(unpacked(dynamic.substr(2)) == dynamicContent());
  // 300 times "a": one literal, then copies that overlap themselves.
  CHECK(unpacked(std::string("\x4b\x4c\x1c\x05\xc4\x02\x00", 7)) == std::string(300, 'a'));
}

TEST_CASE("inflate: what comes after the end is left alone") {
  CHECK(unpacked(dynamic + "tail", DeflateFraming::zlib) == dynamicContent());
}

TEST_CASE("inflate: cut short at every byte") {
  for (std::size_t size = 0; size < dynamic.size(); ++size)
    CHECK(says(refusalOf(dynamic.substr(0, size), DeflateFraming::zlib), "it ends early"));
  CHECK(says(refusalOf(deflateStored("abc").substr(0, 6)), "at byte 106: it ends early"));
}

TEST_CASE("inflate: a bound on what comes out") {
  const std::size_t size = dynamicContent().size();
  CHECK(unpacked(dynamic, DeflateFraming::zlib, size).size() == size);
  CHECK(says(refusalOf(dynamic, DeflateFraming::zlib, size - 1), "more than the 799 bytes"));
  CHECK(says(refusalOf(deflateStored("abc"), DeflateFraming::raw, 2), "more than the 2 bytes"));
  CHECK(says(refusalOf(deflateFixed("abc"), DeflateFraming::raw, 2), "more than the 2 bytes"));
  CHECK(ecg::mostInflated(10) == 16u << 20);
  CHECK(ecg::mostInflated(1 << 20) == 100u << 20);
}

TEST_CASE("inflate: damage is named") {
  CHECK(says(refusalOf("\7"), "of no known kind"));
  std::string stored = deflateStored("abc");
  stored[3] ^= 1;
  CHECK(says(refusalOf(stored), "the size of a stored block"));
  CHECK(says(refusalOf(std::string("\x02\0", 2) + dynamic, DeflateFraming::zlib), "as zlib data"));
  CHECK(
      says(refusalOf(std::string("\x78\xBB", 2) + dynamic, DeflateFraming::zlib), "a dictionary"));
  std::string other = dynamic;
  other.back() ^= 1;
  CHECK(says(refusalOf(other, DeflateFraming::zlib), "its checksum is another"));
  // Fixed code: a copy before anything was written (length 3, distance 1), and length symbol 286.
  CHECK(says(refusalOf(std::string("\x03\x02\x00", 3)), "reaches before the beginning"));
  CHECK(says(refusalOf(std::string("\x1b\x03\x00", 3)), "a length is none"));
  // 31 literal codes more than there are.
  CHECK(says(refusalOf(std::string("\xfd\x1f\x00\x00", 4)), "too many codes"));
  // All nineteen code lengths of one bit.
  CHECK(says(refusalOf("\x05\xe0" + std::string(8, '\x49')), "code lengths is none"));
}

TEST_CASE("inflate: any single changed byte is found") {
  for (std::size_t at = 0; at < dynamic.size(); ++at) {
    std::string changed = dynamic;
    changed[at] ^= 0x10;
    CHECK_FALSE(refusalOf(changed, DeflateFraming::zlib).empty());
  }
}

TEST_CASE("checksums: the standards' examples") {
  CHECK(ecg::crc32(viewOf("123456789")) == 0xCBF43926);
  CHECK(ecg::adler32(viewOf("Wikipedia")) == 0x11E60398);
  CHECK(ecg::adler32(viewOf(std::string(100000, '\xFF'))) == 0x149A302C);
}
