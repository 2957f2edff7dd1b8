#include "preprocess/signal/median.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace ecg {
namespace {

struct Ranked {
  std::uint64_t key;  ///< ordered as the sample is
  std::uint32_t index;
};

std::uint64_t orderedKey(double value) {
  std::uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  const bool negative = bits >> 63;
  return negative ? ~bits : bits | (std::uint64_t{1} << 63);
}

/// Least-significant-digit radix sort, six digits of 11 bits; a digit all samples share is skipped.
void sortByKey(std::vector<Ranked>& items) {
  constexpr unsigned digits = 6, bits = 11, buckets = 1u << bits;
  std::vector<std::array<std::uint32_t, buckets>> counts(digits);
  auto digitOf = [](std::uint64_t key, unsigned d) { return (key >> (d * bits)) & (buckets - 1); };
  for (const Ranked& item : items)
    for (unsigned d = 0; d < digits; ++d) ++counts[d][digitOf(item.key, d)];

  std::vector<Ranked> sorted(items.size());
  for (unsigned d = 0; d < digits; ++d) {
    auto& count = counts[d];
    if (count[digitOf(items[0].key, d)] == items.size()) continue;
    std::uint32_t start = 0;
    for (std::uint32_t& c : count) start += std::exchange(c, start);
    for (const Ranked& item : items) sorted[count[digitOf(item.key, d)]++] = item;
    items.swap(sorted);
  }
}

/// A set of ranks with the neighbours of a rank. Both searches need such a neighbour to exist.
class RankSet {
 public:
  explicit RankSet(std::size_t size) : words_(size / 64 + 1) {}
  void insert(std::uint32_t r) { words_[r / 64] |= bit(r); }
  void erase(std::uint32_t r) { words_[r / 64] &= ~bit(r); }

  /// The smallest rank in the set that is `r` or above.
  std::uint32_t atOrAbove(std::uint32_t r) const {
    std::size_t w = r / 64;
    std::uint64_t word = words_[w] & (~std::uint64_t{0} << (r % 64));
    while (!word) word = words_[++w];
    return static_cast<std::uint32_t>(w * 64) + static_cast<std::uint32_t>(__builtin_ctzll(word));
  }

  /// The largest rank in the set below `r`.
  std::uint32_t below(std::uint32_t r) const {
    std::size_t w = r / 64;
    std::uint64_t word = words_[w] & (bit(r) - 1);
    while (!word) word = words_[--w];
    return static_cast<std::uint32_t>(w * 64 + 63) -
           static_cast<std::uint32_t>(__builtin_clzll(word));
  }

 private:
  static std::uint64_t bit(std::uint32_t r) { return std::uint64_t{1} << (r % 64); }
  std::vector<std::uint64_t> words_;
};

}  // namespace

std::vector<double> medianFilter(const double* x, std::size_t n, std::size_t kernel) {
  if (kernel % 2 == 0) throw std::invalid_argument("medianFilter: the kernel must be odd");
  if (n == 0) return {};
  const std::size_t half = kernel / 2;
  std::vector<double> padded(n + 2 * half);
  std::copy_n(x, n, padded.begin() + static_cast<std::ptrdiff_t>(half));

  std::vector<Ranked> order(padded.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = {orderedKey(padded[i]), i};
  sortByKey(order);
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) rank[order[r].index] = r;

  RankSet window(padded.size());
  for (std::size_t i = 0; i < kernel; ++i) window.insert(rank[i]);
  std::uint32_t median = window.atOrAbove(0);
  for (std::size_t i = 0; i < half; ++i) median = window.atOrAbove(median + 1);

  std::vector<double> out(n);
  for (std::size_t i = 0;; ++i) {
    out[i] = padded[order[median].index];
    if (i + 1 == n) return out;
    const std::uint32_t leaving = rank[i], entering = rank[i + kernel];
    window.erase(leaving);
    window.insert(entering);
    const std::size_t lower = half - (leaving < median) + (entering < median);
    if (lower > half)
      median = window.below(median);
    else if (lower < half || leaving == median)
      median = window.atOrAbove(median + 1);
  }
}

}  // namespace ecg
