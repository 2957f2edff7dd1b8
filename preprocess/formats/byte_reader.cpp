#include "preprocess/formats/byte_reader.h"

#include <cstring>

namespace ecg {

void ByteReader::seek(std::size_t position) {
  at_ = 0;
  take(position);
}

ByteView ByteReader::take(std::size_t count) {
  if (count > remaining())
    reject("truncated",
           {file_, " ends at byte ", offset_ + bytes_.size, ", but ", count,
            " bytes are wanted from byte ", fileOffset(), " on; get the original file."});
  const ByteView taken{bytes_.data + at_, count};
  at_ += count;
  return taken;
}

ByteReader ByteReader::part(std::size_t count) {
  const std::size_t from = fileOffset();
  return {file_, take(count), order_, from};
}

std::string_view ByteReader::text(std::size_t count) {
  const ByteView taken = take(count);
  return {reinterpret_cast<const char*>(taken.data), taken.size};
}

std::uint64_t ByteReader::number(std::size_t count) {
  const ByteView taken = take(count);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value = value << 8 | taken.data[order_ == Order::big ? i : count - 1 - i];
  return value;
}

float ByteReader::f32() {
  const std::uint32_t bits = u32();
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

double ByteReader::f64() {
  const std::uint64_t bits = u64();
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

}  // namespace ecg
