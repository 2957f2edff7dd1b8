#include "preprocess/formats/byte_reader.h"

#include <doctest/doctest.h>

#include <array>

using ecg::ByteReader;

TEST_CASE("a byte reader reads both byte orders") {
  const std::array<std::uint8_t, 8> bytes{0x80, 1, 2, 3, 4, 5, 6, 0xff};
  ByteReader reader("x.bin", {bytes.data(), bytes.size()});
  CHECK(reader.u16() == 0x0180);
  reader.setOrder(ByteReader::Order::big);
  CHECK(reader.u32() == 0x02030405);
  reader.seek(0);
  CHECK(reader.i16() == -0x7fff);
  reader.seek(7);
  CHECK(reader.i8() == -1);
  reader.seek(0);
  CHECK(reader.u64() == 0x80010203040506ffu);
  CHECK(reader.remaining() == 0);
}

TEST_CASE("a byte reader reads floats, and parts that know where they are") {
  const std::array<std::uint8_t, 12> bytes{0, 0, 0x80, 0xbf, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f};
  ByteReader reader("x.bin", {bytes.data(), bytes.size()});
  CHECK(reader.f32() == -1);
  ByteReader part = reader.part(8);
  CHECK(part.f64() == 1);
  CHECK(part.fileOffset() == 12);
  CHECK(reader.position() == 12);
}

TEST_CASE("a byte reader refuses what is not there, by file and byte") {
  const std::array<std::uint8_t, 3> bytes{};
  ByteReader reader("x.bin", {bytes.data(), bytes.size()}, ByteReader::Order::little, 100);
  reader.skip(1);
  CHECK_THROWS_WITH_AS(reader.u32(),
                       "x.bin ends at byte 103, but 4 bytes are wanted from byte 101 on; get the "
                       "original file.",
                       ecg::InputError);
  CHECK_THROWS_AS(reader.take(static_cast<std::size_t>(-1)), ecg::InputError);
  CHECK(reader.u16() == 0);
}
