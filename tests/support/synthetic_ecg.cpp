#include "tests/support/synthetic_ecg.h"

#include <cstdlib>
#include <limits>
#include <vector>

#include "preprocess/leads/names.h"

namespace ecg::testing {
namespace {

struct Bump {
  std::int64_t offset, halfWidth, height;  // microseconds from R, microseconds, 1/1024 mV
};

constexpr Bump bumps[] = {{-160000, 55000, 120},
                          {-28000, 16000, -110},
                          {0, 24000, 1100},
                          {30000, 18000, -240},
                          {280000, 110000, 300}};
constexpr std::int64_t gains[12] = {64, 100, 40, -82, 14, 70, -50, 20, 60, 120, 110, 80};  // of 64
constexpr std::int64_t quarterSine[17] = {0,   100, 200, 297, 392, 483,  569,  650, 724,
                                          792, 851, 903, 946, 980, 1004, 1019, 1024};

std::int64_t sine64(std::int64_t phase) {
  const std::int64_t p = phase % 64;
  const std::int64_t q = p % 32;
  const std::int64_t value = quarterSine[q <= 16 ? q : 32 - q];
  return p < 32 ? value : -value;
}

/// height * (1 - d^2/w^2)^2, rounded towards zero.
std::int64_t bumpAt(const Bump& bump, std::int64_t microseconds) {
  const std::int64_t distance = std::abs(microseconds - bump.offset);
  if (distance >= bump.halfWidth) return 0;
  const std::int64_t u = distance * 1024 / bump.halfWidth;
  const std::int64_t q = 1024 * 1024 - u * u;
  const std::int64_t size = (std::abs(bump.height) * q * q) >> 40;
  return bump.height < 0 ? -size : size;
}

std::vector<std::int64_t> beatTimes(std::uint64_t seed, std::int64_t until) {
  std::vector<std::int64_t> times;
  std::int64_t at = 300000;
  for (std::uint64_t k = 0; at < until + 1000000; ++k) {
    times.push_back(at);
    at += 700000 + static_cast<std::int64_t>(splitMix64(seed * 1000003 + k) % 300000);
  }
  return times;
}

/// Noise (up to 31/1024 mV either way, triangular), hum, wander and offset of one lead.
std::int64_t disturbance(std::uint64_t seed, std::size_t lead, std::size_t t, std::int64_t time) {
  const auto index = static_cast<std::int64_t>(lead);
  const std::uint64_t hash = splitMix64(seed ^ (static_cast<std::uint64_t>(lead) << 40) ^
                                        (static_cast<std::uint64_t>(t) << 4));
  const std::int64_t noise =
      static_cast<std::int64_t>(hash >> 59) + static_cast<std::int64_t>((hash >> 54) & 31) - 31;
  const std::int64_t hum = sine64(time * 50 * 64 / 1000000) * 40 / 1024;
  const std::int64_t saw = (time / 1000 + 700 * index) % 4000;
  const std::int64_t wander = (saw < 2000 ? saw : 4000 - saw) / 8;
  return noise + hum + wander + index * 37 - 200;
}

bool isMissing(const SyntheticEcg& spec, std::size_t lead, std::size_t t) {
  if (spec.damage == "scattered")
    return splitMix64(spec.seed + 77 + std::uint64_t{lead} * 1000000007 + t) % 97 == 0;
  if (spec.damage == "gap")
    return (lead % 3 == 1 || spec.leads == 1) && t >= spec.samples / 3 &&
           t < spec.samples / 3 + spec.samples / 20;
  return false;
}

bool isFlat(const SyntheticEcg& spec, std::size_t lead) {
  if (spec.damage == "flat-lead") return lead == (spec.leads == 1 ? 0u : 5u);
  return spec.damage == "all-flat";
}

}  // namespace

std::uint64_t splitMix64(std::uint64_t state) {
  std::uint64_t z = state + 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

Recording syntheticEcg(const SyntheticEcg& spec) {
  Recording recording;
  recording.format = "synthetic";
  recording.samplingRate = static_cast<double>(spec.rateMilliHz) / 1000;
  recording.length = spec.samples;
  recording.samples.resize(spec.leads * spec.samples);
  auto timeOf = [&spec](std::size_t t) {
    return static_cast<std::int64_t>(t) * 1000000000 / spec.rateMilliHz;
  };
  const auto beats = beatTimes(spec.seed, timeOf(spec.samples));
  std::vector<std::int64_t> heart(spec.samples);
  for (std::size_t t = 0; t < spec.samples; ++t)
    for (std::int64_t beat : beats)
      for (const Bump& bump : bumps) heart[t] += bumpAt(bump, timeOf(t) - beat);

  for (std::size_t l = 0; l < spec.leads; ++l) {
    const std::string name(standardLeads[l]);
    recording.leads.push_back({name, name, "mV"});
    for (std::size_t t = 0; t < spec.samples; ++t) {
      const std::int64_t value = heart[t] * gains[l] / 64 + disturbance(spec.seed, l, t, timeOf(t));
      recording.lead(l)[t] = isMissing(spec, l, t) ? std::numeric_limits<float>::quiet_NaN()
                             : isFlat(spec, l)     ? 0.0f
                                                   : static_cast<float>(value) / 1024;
    }
  }
  return recording;
}

}  // namespace ecg::testing
