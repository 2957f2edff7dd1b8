#include "tests/support/pickle_writer.h"

#include <cstring>

#include "tests/support/zip_writer.h"

namespace founder::test {

PickleWriter& PickleWriter::integer(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  if (value >= 0 && value < 0x100)
    bytes += "K" + le(bits, 1);
  else if (value >= 0 && value < 0x10000)
    bytes += "M" + le(bits, 2);
  else
    bytes += "J" + le(bits, 4);
  return *this;
}

PickleWriter& PickleWriter::real(double value) {
  std::uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  bytes += 'G';
  for (int byte = 7; byte >= 0; --byte) bytes += static_cast<char>(bits >> 8 * byte);
  return *this;
}

bool PickleWriter::known(const std::string& key) {
  const auto found = memo_.find(key);
  if (found == memo_.end()) return false;
  get(found->second);
  return true;
}

void PickleWriter::remember(const std::string& key) { memo_[key] = put(); }

PickleWriter& PickleWriter::text(const std::string& value) {
  if (known("text " + value)) return *this;
  bytes += "X" + le(value.size(), 4) + value;
  remember("text " + value);
  return *this;
}

PickleWriter& PickleWriter::global(const std::string& module, const std::string& name) {
  const std::string line = "c" + module + "\n" + name + "\n";
  if (known(line)) return *this;
  bytes += line;
  remember(line);
  return *this;
}

std::uint32_t PickleWriter::put() {
  bytes += next_ < 256 ? "q" + le(next_, 1) : "r" + le(next_, 4);
  return next_++;
}

PickleWriter& PickleWriter::get(std::uint32_t memo) {
  bytes += memo < 256 ? "h" + le(memo, 1) : "j" + le(memo, 4);
  return *this;
}

}  // namespace founder::test
