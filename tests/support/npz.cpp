#include "tests/support/npz.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "preprocess/formats/zip.h"

namespace ecg::testing {
namespace {

/// What stands between two texts, from the first occurrence of one of them on.
std::string between(const std::string& text, const std::string& before, char after) {
  const auto begin = text.find(before);
  if (begin == std::string::npos) throw std::runtime_error("no " + before + " in " + text);
  const auto from = begin + before.size();
  return text.substr(from, text.find(after, from) - from);
}

NpzArray arrayOf(std::vector<std::uint8_t> bytes) {
  if (bytes.size() < 10 || bytes[0] != 0x93 || bytes[6] != 1)
    throw std::runtime_error("not an array of format 1.0");
  const std::size_t start = 10u + bytes[8] + 256u * bytes[9];
  const std::string header(bytes.begin() + 10, bytes.begin() + static_cast<std::ptrdiff_t>(start));
  if (header.find("'fortran_order': False") == std::string::npos)
    throw std::runtime_error("not in C order");
  NpzArray array;
  array.type = between(header, "'descr': '", '\'');
  std::istringstream shape(between(header, "'shape': (", ')'));
  for (std::size_t size; shape >> size; shape.ignore(1)) array.shape.push_back(size);
  bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(start));
  array.bytes = std::move(bytes);
  return array;
}

}  // namespace

std::vector<std::string> NpzArray::texts() const {
  const std::size_t width = 4 * static_cast<std::size_t>(std::stoul(type.substr(2)));
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin + width <= bytes.size(); begin += width) {
    out.emplace_back();
    for (std::size_t at = begin; at < begin + width && bytes[at] != 0; at += 4)
      out.back() += static_cast<char>(bytes[at]);
  }
  return out;
}

std::vector<NpzArray> readNpz(const std::string& path, const std::vector<std::string>& names) {
  std::ifstream file(path, std::ios::binary);
  const std::string held((std::istreambuf_iterator<char>(file)), {});
  const NamedBytes bytes = {path,
                            {reinterpret_cast<const std::uint8_t*>(held.data()), held.size()}};
  const std::vector<zip::Entry> entries = zip::readDirectory(bytes);
  std::vector<NpzArray> arrays;
  for (const std::string& name : names) {
    const zip::Entry* found = nullptr;
    for (const zip::Entry& entry : entries)
      if (entry.name == name + ".npy") found = &entry;
    if (!found) throw std::runtime_error(path + " has no " + name);
    arrays.push_back(arrayOf(zip::unpack(bytes, *found, found->size)));
  }
  return arrays;
}

StoredDifferences::StoredDifferences(NpzArray array) : array_(std::move(array)) {
  if (array_.type != "<i2" || array_.shape.size() != 3 ||
      array_.bytes.size() != 2 * count() * leads() * length())
    throw std::runtime_error("not int16 [recordings, leads, length]");
}

void StoredDifferences::decode(std::size_t recording, std::size_t lead, float unit,
                               float* out) const {
  const std::uint8_t* from = array_.bytes.data() + 2 * (recording * leads() + lead) * length();
  std::uint16_t value = 0;
  for (std::size_t t = 0; t < length(); ++t) {
    value = static_cast<std::uint16_t>(value + from[2 * t] + 256u * from[2 * t + 1]);
    out[t] = static_cast<float>(static_cast<std::int16_t>(value)) * unit;
  }
}

}  // namespace ecg::testing
