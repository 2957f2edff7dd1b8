#include "tests/support/xli_writer.h"

#include <cmath>
#include <cstdint>
#include <map>

namespace ecg::test {
namespace {

class BitWriter {
 public:
  void put(unsigned code) {
    bits_ = bits_ << 10 | code;
    for (held_ += 10; held_ >= 8; held_ -= 8) bytes_ += static_cast<char>(bits_ >> (held_ - 8));
  }
  std::string finish() {
    if (held_) bytes_ += static_cast<char>(bits_ << (8 - held_));
    return bytes_;
  }

 private:
  std::string bytes_;
  std::uint32_t bits_ = 0;
  unsigned held_ = 0;
};

std::string little(std::uint32_t value, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += static_cast<char>(value >> 8 * i & 255);
  return out;
}

int half(int x) { return static_cast<int>(std::floor(x / 2.0)); }

}  // namespace

std::string packLzw(const std::string& bytes) {
  constexpr unsigned end = 1023;
  std::map<std::string, unsigned> codes;
  for (unsigned byte = 0; byte < 256; ++byte) codes[std::string(1, static_cast<char>(byte))] = byte;
  unsigned next = 256;
  BitWriter out;
  std::string held;
  for (const char byte : bytes) {
    if (codes.count(held + byte)) {
      held += byte;
      continue;
    }
    out.put(codes[held]);
    if (next < end) codes[held + byte] = next++;
    held = byte;
  }
  if (!held.empty()) out.put(codes[held]);
  out.put(end);
  return out.finish();
}

std::string xliChunk(const std::vector<int>& samples) {
  const std::size_t count = samples.size();
  const auto difference = [&](std::size_t i) {
    return i + 1 < count ? 2 * samples[i] - samples[i - 1] - samples[i + 1] : 0;
  };
  std::string high, low;
  for (std::size_t i = 0; i < count; ++i) {
    const int number = i < 2 ? samples[i] : difference(i) + 64;
    high += static_cast<char>(number >> 8 & 255);
    low += static_cast<char>(number & 255);
  }
  const std::string packed = packLzw(high + low);
  return little(static_cast<std::uint32_t>(packed.size()), 4) + little(1, 2) +
         little(static_cast<std::uint32_t>(difference(1)), 2) + packed;
}

std::vector<std::vector<int>> storedForXli(std::vector<std::vector<int>> leads) {
  for (std::size_t t = 0; t < leads[0].size(); ++t) {
    const int one = leads[0][t], two = leads[1][t], three = leads[2][t];
    leads[2][t] = two - one - three;
    leads[3][t] = -half(one + two) - leads[3][t];
    leads[4][t] = half(one - three) - leads[4][t];
    leads[5][t] = half(two + three) - leads[5][t];
  }
  return leads;
}

}  // namespace ecg::test
