#include "tests/support/random_weights.h"

#include <cmath>

namespace founder::test {
namespace {

bool endsWith(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// The variance wanted of a layer's output for inputs of variance one.
double gain(const std::string& name) {
  if (name.find("first_conv") == 0) return 1;
  if (name.find("se_fc") != std::string::npos) return 1;
  if (name.find("dense") == 0) return 0.125;
  return 1.4;
}

}  // namespace

std::uint64_t hashName(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

float uniform(std::uint64_t nameHash, std::uint64_t index) {
  std::uint64_t z = nameHash + (index + 1) * 0x9E3779B97F4A7C15;  // SplitMix64
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  z ^= z >> 31;
  const auto top = static_cast<std::int32_t>(z >> 40);
  return static_cast<float>(top - (1 << 23)) * 0x1p-23f;
}

void randomWeights(const std::string& name, const std::vector<std::uint64_t>& shape,
                   std::uint64_t first, std::size_t count, float* to) {
  const std::uint64_t hash = hashName(name);
  float scale = 0.125f;
  bool positive = false;
  if (shape.size() >= 2) {
    std::uint64_t fanIn = 1;
    for (std::size_t i = 1; i < shape.size(); ++i) fanIn *= shape[i];
    scale = static_cast<float>(std::sqrt(3 * gain(name) / static_cast<double>(fanIn)));
  } else if (name.find("bn") != std::string::npos) {
    positive = endsWith(name, ".weight") || endsWith(name, ".running_var");
    scale = positive ? 1.0f : 0.5f;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const float value = uniform(hash, first + i) * scale;
    to[i] = positive ? std::abs(value) + 0x1p-6f : value;
  }
}

std::vector<float> randomInput(std::size_t windows, std::size_t leads, std::size_t samples) {
  std::vector<float> out(windows * leads * samples);
  const std::uint64_t hash = hashName("ecg");
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t time = i % samples;
    out[i] = uniform(hash, i) + (time % 400 < 16 ? 4.0f : -0.125f);
  }
  return out;
}

}  // namespace founder::test
