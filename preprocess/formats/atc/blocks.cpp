#include "preprocess/formats/atc/blocks.h"

#include <algorithm>
#include <array>

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/crc32.h"
#include "preprocess/formats/text.h"

namespace ecg::atc {
namespace {

constexpr std::string_view signature("ALIVE\0\0\0", 8);
constexpr std::size_t mostBlocks = 256;

std::uint32_t byteSum(ByteView bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size; ++i) sum += bytes.data[i];
  return sum;
}

Block readBlock(ByteReader& reader, ByteView file) {
  Block block;
  block.offset = reader.position();
  block.id = reader.text(4);
  const std::size_t size = reader.u32();
  block.cut = reader.remaining() < size || reader.remaining() - size < 4;
  block.data = reader.take(std::min(size, reader.remaining()));
  if (block.cut) {
    reader.skip(reader.remaining());
    return block;
  }
  const std::uint32_t stored = reader.u32();
  const ByteView checked = {file.data + block.offset, 8 + size};
  block.sound = stored == byteSum(checked) || stored == crc32(checked);
  return block;
}

}  // namespace

bool hasSignature(ByteView bytes) { return text::view(bytes).substr(0, 8) == signature; }

std::vector<Block> readBlocks(const NamedBytes& file) {
  ByteReader reader(file.name, file.bytes);
  reader.skip(signature.size() + 4);
  std::vector<Block> blocks;
  while (reader.remaining() >= 8) {
    if (blocks.size() == mostBlocks)
      reject("bad-header", {file.name,
                            " has more than 256 blocks, so that it is no "
                            "Kardia recording; get the original file."});
    blocks.push_back(readBlock(reader, file.bytes));
  }
  return blocks;
}

std::string_view leadOf(std::string_view id) {
  static constexpr std::array<std::string_view, 12> leads = {"I",  "II", "III", "aVR", "aVL", "aVF",
                                                             "V1", "V2", "V3",  "V4",  "V5",  "V6"};
  constexpr std::string_view marks = " 23456789abc";
  if (id.size() != 4 || id.substr(0, 3) != "ecg") return "";
  const std::size_t index = marks.find(id[3]);
  return index == std::string_view::npos ? std::string_view() : leads[index];
}

}  // namespace ecg::atc
