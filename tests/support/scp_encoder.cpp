#include "tests/support/scp_encoder.h"

#include <cmath>
#include <cstdlib>

namespace ecg::test {
namespace {

std::string binary(long value, unsigned bits) {
  std::string out;
  for (unsigned i = bits; i-- > 0;) out += (value >> i & 1) ? '1' : '0';
  return out;
}

std::string defaultCode(int value) {
  const int size = std::abs(value);
  if (size == 0) return "0";
  if (size <= 8)
    return std::string(static_cast<std::size_t>(size), '1') + (value < 0 ? "01" : "00");
  if (size <= 127) return "1111111110" + binary(value, 8);
  return "1111111111" + binary(value, 16);
}

/// The first code of a table that a number fits; a switch code, followed, where none does.
std::string ownCode(const ScpFile& file, std::size_t& table, int value) {
  for (int hop = 0; hop < 2; ++hop) {
    const ScpCode* next = nullptr;
    for (const ScpCode& code : file.tables[table]) {
      const auto extra = static_cast<unsigned>(code.total - code.prefix.size());
      const long rest = static_cast<long>(value) - code.base;
      const long half = extra > 0 ? 1L << (extra - 1) : 0;
      if (code.switches)
        next = &code;
      else if (extra == 0 ? rest == 0 : rest >= -half && rest < half)
        return code.prefix + binary(rest, extra);
    }
    if (!next) break;
    const std::string prefix = next->prefix;
    table = static_cast<std::size_t>(next->base - 1);
    return prefix + ownCode(file, table, value);
  }
  std::abort();
}

std::string pack(const std::string& bits) {
  std::string out;
  for (std::size_t i = 0; i < bits.size(); i += 8) {
    unsigned byte = 0;
    for (std::size_t k = 0; k < 8; ++k)
      byte = byte << 1 | (i + k < bits.size() && bits[i + k] == '1' ? 1u : 0u);
    out += static_cast<char>(byte);
  }
  return out.size() % 2 ? out + '\0' : out;
}

bool isProtected(const ScpFile& file, std::size_t number) {
  for (const auto& [first, last] : file.zones)
    if (number >= first && number <= last) return true;
  return false;
}

}  // namespace

std::string scpEncode(const ScpFile& file, const std::vector<int>& samples) {
  std::string bits, integers;
  std::size_t table = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    int value = samples[i];
    if (file.differences == 1 && i >= 1) value -= samples[i - 1];
    if (file.differences == 2 && i >= 2) value -= 2 * samples[i - 1] - samples[i - 2];
    value = static_cast<std::int16_t>(value & 0xFFFF);
    if (!file.tables.empty())
      bits += ownCode(file, table, value);
    else if (file.defaultTable)
      bits += defaultCode(value);
    else
      integers += scpNumber(static_cast<std::uint16_t>(value), 2);
  }
  return integers + pack(bits);
}

std::vector<int> scpDecimate(const ScpFile& file, const ScpLead& lead,
                             const std::vector<int>& samples) {
  if (file.factor <= 1) return samples;
  std::vector<int> out;
  for (std::size_t i = 0; i < samples.size();) {
    if (isProtected(file, lead.first + i)) {
      out.push_back(samples[i++]);
      continue;
    }
    double sum = 0;
    int count = 0;
    for (; count < static_cast<int>(file.factor) && i < samples.size() &&
           !isProtected(file, lead.first + i);
         ++count)
      sum += samples[i++];
    out.push_back(static_cast<int>(std::lround(sum / count)));
  }
  return out;
}

std::vector<int> scpResidual(const ScpFile& file, std::size_t lead) {
  auto samples = file.leads[lead].samples;
  if (!file.reference) return samples;
  const long first = file.leads[lead].first;
  for (const ScpBeat& beat : file.reference->beats) {
    if (beat.type != 0) continue;
    for (long number = beat.first; number <= static_cast<long>(beat.last); ++number) {
      const long from = number - static_cast<long>(beat.fiducial) + file.reference->fiducial - 1;
      const auto& values = file.reference->leads[lead];
      if (from < 0 || from >= static_cast<long>(values.size()) || number < first ||
          number - first >= static_cast<long>(samples.size()))
        continue;
      samples[static_cast<std::size_t>(number - first)] -= values[static_cast<std::size_t>(from)];
    }
  }
  return samples;
}

}  // namespace ecg::test
