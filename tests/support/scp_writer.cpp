#include "tests/support/scp_writer.h"

#include <algorithm>

#include "tests/support/scp_encoder.h"

namespace ecg::test {
namespace {

/// CRC-CCITT, bit by bit.
unsigned crc(const std::uint8_t* bytes, std::size_t size) {
  unsigned value = 0xFFFF;
  for (std::size_t i = 0; i < size; ++i) {
    value ^= static_cast<unsigned>(bytes[i]) << 8;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 0x8000 ? value << 1 ^ 0x1021 : value << 1) & 0xFFFF;
  }
  return value;
}

std::uint64_t numberAt(const std::uint8_t* bytes, int count) {
  std::uint64_t value = 0;
  for (int i = count; i-- > 0;) value = value << 8 | bytes[i];
  return value;
}

std::string section(int id, const ScpFile& file, std::string data) {
  if (data.size() % 2) data += '\0';
  std::string out = scpNumber(0, 2) + scpNumber(static_cast<std::uint64_t>(id), 2) +
                    scpNumber(data.size() + 16, 4);
  out += scpNumber(file.version, 1) + scpNumber(file.version, 1);
  return out + (id == 0 && file.marked ? "SCPECG" : std::string(6, '\0')) + data;
}

std::string headerFields(const ScpFile& file) {
  std::string out;
  for (const auto& [tag, value] : file.header)
    out += scpNumber(tag, 1) + scpNumber(value.size(), 2) + value;
  return out + scpNumber(255, 1) + scpNumber(0, 2);
}

std::string tables(const ScpFile& file) {
  std::string out = scpNumber(file.tables.empty() ? 19999 : file.tables.size(), 2);
  for (const auto& table : file.tables) {
    out += scpNumber(table.size(), 2);
    for (const ScpCode& code : table) {
      std::uint32_t bits = 0;
      for (std::size_t i = 0; i < code.prefix.size(); ++i)
        if (code.prefix[i] == '1') bits |= 1u << i;
      out += scpNumber(code.prefix.size(), 1) + scpNumber(code.total, 1) +
             scpNumber(code.switches ? 0 : 1, 1) +
             scpNumber(static_cast<std::uint16_t>(code.base), 2) + scpNumber(bits, 4);
    }
  }
  return out;
}

std::string leadDefinitions(const ScpFile& file) {
  const auto count = static_cast<unsigned>(file.leads.size());
  const unsigned flags =
      file.flags.value_or((file.reference ? 1u : 0u) | 4u | std::min(count, 31u) << 3);
  std::string out = scpNumber(count, 1) + scpNumber(flags, 1);
  for (const ScpLead& lead : file.leads) {
    const auto last =
        lead.last.value_or(static_cast<std::uint32_t>(lead.first + lead.samples.size() - 1));
    out += scpNumber(lead.first, 4) + scpNumber(last, 4) + scpNumber(lead.code, 1);
  }
  return out;
}

std::string beats(const ScpFile& file) {
  const ScpReference reference = file.reference.value_or(ScpReference{});
  const std::size_t count = std::max(reference.beats.size(), file.zones.size());
  std::string out =
      scpNumber(reference.ms, 2) + scpNumber(reference.fiducial, 2) + scpNumber(count, 2);
  for (std::size_t i = 0; file.reference && i < count; ++i) {
    const ScpBeat beat = i < reference.beats.size() ? reference.beats[i] : ScpBeat{1, 0, 0, 0};
    out += scpNumber(beat.type, 2) + scpNumber(beat.first, 4) + scpNumber(beat.fiducial, 4) +
           scpNumber(beat.last, 4);
  }
  for (std::size_t i = 0; file.factor > 1 && i < count; ++i) {
    const auto zone =
        i < file.zones.size() ? file.zones[i] : std::pair<std::uint32_t, std::uint32_t>{0, 0};
    out += scpNumber(zone.first, 4) + scpNumber(zone.second, 4);
  }
  return out;
}

std::string signal(const ScpFile& file, unsigned nanovolts, unsigned microseconds, bool bimodal,
                   const std::vector<std::vector<int>>& leads) {
  std::string out = scpNumber(nanovolts, 2) + scpNumber(microseconds, 2) +
                    scpNumber(file.differences, 1) + scpNumber(bimodal ? 1 : 0, 1);
  std::string data;
  for (const auto& lead : leads) {
    const std::string bytes = scpEncode(file, lead);
    out += scpNumber(bytes.size(), 2);
    data += bytes;
  }
  return out + data;
}

std::map<int, std::string> sectionsOf(const ScpFile& file) {
  std::map<int, std::string> out;
  out[1] = headerFields(file);
  if (file.defaultTable || !file.tables.empty()) out[2] = tables(file);
  out[3] = leadDefinitions(file);
  const bool bimodal = file.factor > 1;
  if (file.reference || bimodal) {
    out[4] = beats(file);
    std::vector<std::vector<int>> leads(file.leads.size());
    if (file.reference) leads = file.reference->leads;
    const unsigned own = file.reference ? file.reference->nanovolts : 0;
    out[5] = signal(file, own ? own : file.nanovolts, file.microseconds, false, leads);
  }
  std::vector<std::vector<int>> rhythm;
  for (std::size_t i = 0; i < file.leads.size(); ++i)
    rhythm.push_back(scpDecimate(file, file.leads[i], scpResidual(file, i)));
  out[6] = signal(file, file.nanovolts, file.microseconds * file.factor, bimodal, rhythm);
  for (const auto& [id, data] : file.sections) out[id] = data;
  return out;
}

}  // namespace

std::string scpNumber(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string scpStatements(const std::vector<std::string>& statements) {
  std::string out = scpNumber(1, 1) + scpNumber(2024, 2) + scpNumber(1, 1) + scpNumber(2, 1) +
                    std::string("\x0C\x22\x38") + scpNumber(statements.size(), 1);
  for (std::size_t i = 0; i < statements.size(); ++i)
    out += scpNumber(i + 1, 1) + scpNumber(statements[i].size() + 1, 2) + statements[i] + '\0';
  return out;
}

std::string writeScp(const ScpFile& file) {
  const auto contents = sectionsOf(file);
  const int highest = std::max(11, contents.rbegin()->first);
  const std::size_t pointerBytes = static_cast<std::size_t>(highest + 1) * 10;
  std::string pointers, data;
  const std::size_t base = 6 + 16 + pointerBytes;
  const std::size_t from = file.pointersFromZero ? 0 : 1;
  pointers += scpNumber(0, 2) + scpNumber(16 + pointerBytes, 4) + scpNumber(6 + from, 4);
  for (int id = 1; id <= highest; ++id) {
    const auto at = contents.find(id);
    std::string bytes;
    if (at != contents.end() && !at->second.empty()) bytes = section(id, file, at->second);
    pointers += scpNumber(static_cast<std::uint64_t>(id), 2) + scpNumber(bytes.size(), 4) +
                scpNumber(bytes.empty() ? 0 : base + data.size() + from, 4);
    data += bytes;
  }
  std::string out =
      scpNumber(0, 2) + scpNumber(base + data.size(), 4) + section(0, file, pointers) + data;
  repairScpChecksums(out);
  return out;
}

void repairScpChecksums(std::uint8_t* bytes, std::size_t size) {
  const auto repair = [&](std::uint64_t at, std::uint64_t length) {
    if (at > size || length > size - at || length < 2) return;
    const unsigned value = crc(bytes + at + 2, static_cast<std::size_t>(length) - 2);
    bytes[at] = static_cast<std::uint8_t>(value & 0xFF);
    bytes[at + 1] = static_cast<std::uint8_t>(value >> 8);
  };
  if (size < 22) return;
  const std::uint64_t length = std::min<std::uint64_t>(numberAt(bytes + 10, 4), 512);
  for (std::uint64_t at = 32; at + 10 <= 6 + length && at + 10 <= size; at += 10) {
    const std::uint64_t index = numberAt(bytes + at + 6, 4);
    for (const std::uint64_t from : {index - 1, index})
      if (from < size && size - from >= 16 &&
          numberAt(bytes + from + 2, 2) == numberAt(bytes + at, 2))
        repair(from, numberAt(bytes + at + 2, 4));
  }
  repair(6, length);
  repair(0, numberAt(bytes + 2, 4));
}

void repairScpChecksums(std::string& bytes) {
  repairScpChecksums(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size());
}

std::size_t scpSectionStart(const std::string& bytes, int id) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return static_cast<std::size_t>(numberAt(data + 22 + 10 * id + 6, 4)) - 1;
}

}  // namespace ecg::test
