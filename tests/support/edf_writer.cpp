#include "tests/support/edf_writer.h"

namespace ecg::test {
namespace {

void put(std::vector<std::uint8_t>& out, const std::string& text, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i)
    out.push_back(static_cast<std::uint8_t>(i < text.size() ? text[i] : ' '));
}

void putRecord(std::vector<std::uint8_t>& out, const EdfFile& file, const EdfSignal& signal,
               std::size_t record) {
  const std::size_t bytes = file.bdf ? 3 : 2;
  if (!signal.annotationLists.empty()) {
    const std::string& list = signal.annotationLists[record];
    for (std::size_t i = 0; i < signal.samplesPerRecord * bytes; ++i)
      out.push_back(static_cast<std::uint8_t>(i < list.size() ? list[i] : 0));
    return;
  }
  for (std::size_t i = 0; i < signal.samplesPerRecord; ++i) {
    const auto value =
        static_cast<std::uint32_t>(signal.samples[record * signal.samplesPerRecord + i]);
    for (std::size_t b = 0; b < bytes; ++b)
      out.push_back(static_cast<std::uint8_t>(value >> (8 * b)));
  }
}

}  // namespace

std::vector<std::uint8_t> writeEdf(const EdfFile& file) {
  std::vector<std::uint8_t> out;
  put(out, file.bdf ? "\xFF" "BIOSEMI" : "0", 8);
  put(out, file.patient, 80);
  put(out, file.recording, 80);
  put(out, file.startDate, 8);
  put(out, file.startTime, 8);
  const std::size_t n = file.signals.size();
  put(out, file.headerBytes.empty() ? std::to_string(256 * (n + 1)) : file.headerBytes, 8);
  put(out, file.reserved, 44);
  put(out, file.records, 8);
  put(out, file.recordSeconds, 8);
  put(out, file.signalCount.empty() ? std::to_string(n) : file.signalCount, 4);
  const auto column = [&](std::size_t width, auto value) {
    for (const EdfSignal& signal : file.signals) put(out, value(signal), width);
  };
  column(16, [](const EdfSignal& s) { return s.label; });
  column(80, [](const EdfSignal&) { return std::string("AgAgCl electrode"); });
  column(8, [](const EdfSignal& s) { return s.unit; });
  column(8, [](const EdfSignal& s) { return s.physicalMin; });
  column(8, [](const EdfSignal& s) { return s.physicalMax; });
  column(8, [](const EdfSignal& s) { return s.digitalMin; });
  column(8, [](const EdfSignal& s) { return s.digitalMax; });
  column(80, [](const EdfSignal&) { return std::string("HP:0.05Hz"); });
  column(8, [](const EdfSignal& s) { return std::to_string(s.samplesPerRecord); });
  column(32, [](const EdfSignal&) { return std::string(); });
  for (std::size_t record = 0; record < file.recordsWritten; ++record)
    for (const EdfSignal& signal : file.signals) putRecord(out, file, signal, record);
  return out;
}

}  // namespace ecg::test
