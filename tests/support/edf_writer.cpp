#include "tests/support/edf_writer.h"

#include <cstdlib>

namespace ecg::test {
namespace {

constexpr int annotationSamples = 40;

std::string field(std::string text, std::size_t size) {
  text.resize(size, ' ');
  return text;
}

std::string header(const EdfFile& file, const std::vector<EdfSignal>& signals) {
  std::string out = file.bdf ? std::string(
                                   "\xFF"
                                   "BIOSEMI")
                             : field("0", 8);
  out += field(file.patient, 80) + field(file.recording, 80);
  out += field(file.startDate, 8) + field(file.startTime, 8);
  out += field(std::to_string(256 * (signals.size() + 1)), 8) + field(file.reserved, 44);
  out += field(file.recordCount.empty() ? std::to_string(file.records) : file.recordCount, 8);
  out += field(file.recordSeconds, 8) + field(std::to_string(signals.size()), 4);
  for (const auto& s : signals) out += field(s.label, 16);
  for (std::size_t i = 0; i < signals.size(); ++i) out += field("", 80);
  for (const auto& s : signals) out += field(s.dimension, 8);
  for (const auto& s : signals) out += field(s.physicalMin, 8);
  for (const auto& s : signals) out += field(s.physicalMax, 8);
  for (const auto& s : signals) out += field(s.digitalMin, 8);
  for (const auto& s : signals) out += field(s.digitalMax, 8);
  for (std::size_t i = 0; i < signals.size(); ++i) out += field("", 80);
  for (const auto& s : signals) out += field(std::to_string(s.samplesPerRecord), 8);
  for (std::size_t i = 0; i < signals.size(); ++i) out += field("", 32);
  return out;
}

std::string annotationsOf(const EdfFile& file, int record, std::size_t bytes) {
  const auto index = static_cast<std::size_t>(record);
  std::string onset = index < file.onsets.size() ? file.onsets[index] : "";
  if (onset.empty())
    onset = "+" + std::to_string(record * std::strtod(file.recordSeconds.c_str(), nullptr));
  std::string out = onset + "\x14\x14" + '\0';
  if (index < file.annotations.size()) out += file.annotations[index] + '\0';
  out.resize(bytes, '\0');
  return out;
}

}  // namespace

std::string writeEdf(const EdfFile& file) {
  const bool plus = file.reserved.size() >= 4 && file.reserved[3] == '+';
  auto signals = file.signals;
  if (plus) {
    EdfSignal annotations;
    annotations.label = file.bdf ? "BDF Annotations" : "EDF Annotations";
    annotations.dimension = "";
    annotations.samplesPerRecord = annotationSamples;
    signals.push_back(annotations);
  }
  const std::size_t sampleBytes = file.bdf ? 3 : 2;
  std::string out = header(file, signals);
  for (int record = 0; record < file.records; ++record) {
    for (const auto& signal : file.signals) {
      for (int i = 0; i < signal.samplesPerRecord; ++i) {
        const int value = signal.digital(record * signal.samplesPerRecord + i);
        for (std::size_t byte = 0; byte < sampleBytes; ++byte)
          out += static_cast<char>(static_cast<unsigned>(value) >> (8 * byte) & 0xFF);
      }
    }
    if (plus) out += annotationsOf(file, record, annotationSamples * sampleBytes);
  }
  return out;
}

}  // namespace ecg::test
