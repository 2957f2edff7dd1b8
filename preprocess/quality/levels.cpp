#include "preprocess/quality/levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ecg::quality {
namespace {

constexpr double blockSeconds = 0.05;
constexpr double flatWithin = 0.010;      // mV
constexpr double shortestClip = 0.020;    // s
constexpr double nearestClip = 0.5;       // mV from the median
constexpr double extremeWithin = 0.0005;  // of the range

/// Lowest and highest of some samples; low > high where none of them is a number.
struct Ends {
  float low = std::numeric_limits<float>::infinity();
  float high = -std::numeric_limits<float>::infinity();

  void add(const Ends& other) {
    low = std::min(low, other.low);
    high = std::max(high, other.high);
  }
  bool any() const { return low <= high; }
  double range() const { return any() ? static_cast<double>(high) - low : 0; }
};

/// A stretch in blocks of 50 ms.
struct Blocks {
  std::size_t size = 1;
  std::vector<Ends> ends;
  std::size_t known = 0;  ///< samples that are numbers
  Ends all;
};

Blocks blocksOf(const Stretch& stretch) {
  Blocks blocks;
  blocks.size = static_cast<std::size_t>(std::max(1.0, blockSeconds * stretch.samplingRate));
  for (std::size_t begin = 0; begin < stretch.n; begin += blocks.size) {
    Ends ends;
    for (std::size_t t = begin; t < std::min(stretch.n, begin + blocks.size); ++t) {
      const float value = stretch.x[t];
      if (!std::isfinite(value)) continue;
      ends.low = std::min(ends.low, value);
      ends.high = std::max(ends.high, value);
      ++blocks.known;
    }
    blocks.all.add(ends);
    blocks.ends.push_back(ends);
  }
  return blocks;
}

/// Samples in runs of at least `shortest` samples that are all from `low` to `high`; blocks that
/// hold none of these values are passed over.
std::size_t inRuns(const Stretch& stretch, const Blocks& blocks, std::size_t shortest, Ends at) {
  std::size_t all = 0, run = 0;
  for (std::size_t b = 0; b < blocks.ends.size(); ++b) {
    const Ends& ends = blocks.ends[b];
    const bool here = ends.high >= at.low && ends.low <= at.high;
    const std::size_t end = std::min(stretch.n, (b + 1) * blocks.size);
    for (std::size_t t = here ? b * blocks.size : end; t < end; ++t) {
      if (stretch.x[t] >= at.low && stretch.x[t] <= at.high) {
        ++run;
        continue;
      }
      if (run >= shortest) all += run;
      run = 0;
    }
    if (here) continue;
    if (run >= shortest) all += run;
    run = 0;
  }
  return run >= shortest ? all + run : all;
}

/// The longest run of blocks within 10 uV, in blocks; a block that ends a run begins the next.
std::size_t longestFlat(const Blocks& blocks) {
  std::size_t longest = 0, run = 0;
  Ends current;
  for (const Ends& ends : blocks.ends) {
    current.add(ends);
    ++run;
    if (!ends.any() || current.range() > flatWithin) {
      current = ends;
      run = ends.any() && ends.range() <= flatWithin ? 1 : 0;
    }
    longest = std::max(longest, run);
  }
  return longest;
}

double clippedShare(const Stretch& stretch, const Blocks& blocks) {
  std::vector<double> values;
  for (std::size_t t = 0; t < stretch.n; t += 1 + stretch.n / 500)
    if (std::isfinite(stretch.x[t])) values.push_back(stretch.x[t]);
  const double middle = quantile(values, 0.5);
  const auto within = static_cast<float>(extremeWithin * blocks.all.range());
  const float low = blocks.all.low, high = blocks.all.high;
  const auto shortest =
      static_cast<std::size_t>(std::max(3.0, std::ceil(shortestClip * stretch.samplingRate)));
  std::size_t clipped = 0;
  if (high - middle > nearestClip)
    clipped += inRuns(stretch, blocks, shortest, {high - within, high});
  if (middle - low > nearestClip) clipped += inRuns(stretch, blocks, shortest, {low, low + within});
  return static_cast<double>(clipped) / static_cast<double>(stretch.n);
}

}  // namespace

Levels levelsOf(const Stretch& stretch) {
  Levels levels;
  if (stretch.n == 0) return levels;
  const Blocks blocks = blocksOf(stretch);
  levels.missing = 1 - static_cast<double>(blocks.known) / static_cast<double>(stretch.n);
  levels.range = blocks.all.range();
  levels.flatSeconds =
      static_cast<double>(longestFlat(blocks) * blocks.size) / stretch.samplingRate;
  levels.flatSeconds = std::min(levels.flatSeconds, stretch.seconds());
  levels.clipped = clippedShare(stretch, blocks);
  return levels;
}

}  // namespace ecg::quality
