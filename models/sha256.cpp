#include "models/sha256.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace founder {
namespace {

using Words = std::array<std::uint32_t, 8>;

constexpr std::size_t blockBytes = 64;
constexpr std::size_t pieceBytes = 1 << 20;

/// Fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> roundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::uint32_t rotate(std::uint32_t x, int bits) { return x >> bits | x << (32 - bits); }

/// A call of its own: V8 optimises a WebAssembly function from its next call on, never amid a loop.
[[gnu::noinline]] void mix(Words& state, const std::uint8_t* block) {
  std::array<std::uint32_t, 64> w;
  for (std::size_t t = 0; t < 16; ++t)
    w[t] = std::uint32_t{block[4 * t]} << 24 | std::uint32_t{block[4 * t + 1]} << 16 |
           std::uint32_t{block[4 * t + 2]} << 8 | block[4 * t + 3];
  for (std::size_t t = 16; t < 64; ++t) {
    const std::uint32_t x = w[t - 15], y = w[t - 2];
    w[t] = w[t - 16] + (rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) + w[t - 7] +
           (rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t t = 0; t < 64; ++t) {
    const std::uint32_t first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                                ((e & f) ^ (~e & g)) + roundConstants[t] + w[t];
    const std::uint32_t second =
        (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
  }
  const Words mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += mixed[i];
}

/// What is left of the message, a one bit, zeros, and the length in bits.
std::vector<std::uint8_t> ending(const std::uint8_t* rest, std::size_t count, std::uint64_t bytes) {
  std::vector<std::uint8_t> out(rest, rest + count);
  out.push_back(0x80);
  while (out.size() % blockBytes != blockBytes - 8) out.push_back(0);
  for (int shift = 56; shift >= 0; shift -= 8)
    out.push_back(static_cast<std::uint8_t>(bytes * 8 >> shift));
  return out;
}

}  // namespace

std::string sha256(const ByteSource& source) {
  // Fractional parts of the square roots of the first 8 primes.
  Words state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::vector<std::uint8_t> piece(pieceBytes);
  std::size_t rest = 0;
  for (std::uint64_t at = 0; at < source.size(); at += pieceBytes) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(pieceBytes, source.size() - at));
    source.read(at, piece.data(), count);
    rest = count % blockBytes;
    for (std::size_t i = 0; i + blockBytes <= count; i += blockBytes) mix(state, &piece[i]);
    if (rest > 0)
      std::copy_n(piece.begin() + static_cast<std::ptrdiff_t>(count - rest), rest, piece.begin());
  }
  const auto last = ending(piece.data(), rest, source.size());
  for (std::size_t i = 0; i < last.size(); i += blockBytes) mix(state, &last[i]);
  std::string out;
  for (const std::uint32_t word : state)
    for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[word >> shift & 15];
  return out;
}

}  // namespace founder
