#include "preprocess/formats/contec/layout.h"

#include <algorithm>
#include <string_view>

#include "preprocess/formats/text.h"

namespace ecg::contec {
namespace {

constexpr std::size_t caseAt = 0, caseBytes = 8;
constexpr std::size_t timeAt = 10, timeBytes = 20;
constexpr std::size_t nameAt = 32, nameBytes = 8;
constexpr std::size_t sexAt = 40, ageAt = 41;

/// True where the text has the shape of a pattern, in which 0 stands for any digit.
bool hasShape(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i]) return false;
  return true;
}

bool allZero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

bool hasHeader(std::string_view all) {
  constexpr std::string_view caseShape("0000000\0\0\0", 10);
  constexpr std::string_view timeShape("0000-00-00 00:00:00\0\0\0", 22);
  if (all.size() < headerBytes) return false;
  const auto sex = static_cast<unsigned char>(all[sexAt]);
  return hasShape(all.substr(caseAt, caseShape.size()), caseShape) &&
         hasShape(all.substr(timeAt, timeShape.size()), timeShape) && (sex <= 1 || sex == 255);
}

std::string field(std::string_view all, std::size_t at, std::size_t size) {
  const std::string_view stored = all.substr(at, size);
  return text::utf8(text::trim(stored.substr(0, stored.find('\0'))));
}

}  // namespace

Match sniff(ByteView bytes) {
  const std::string_view all = text::view(bytes);
  if (!hasHeader(all)) return Match::none;
  if (all.size() < headerBytes + rowBytes + footerBytes) return Match::possible;
  const bool wholeRows = (all.size() - headerBytes - footerBytes) % rowBytes == 0;
  const std::string_view end = all.substr(all.size() - footerBytes);
  const std::string_view lastRow = all.substr(all.size() - footerBytes - rowBytes, rowBytes);
  return wholeRows && allZero(end) && !allZero(lastRow) ? Match::certain : Match::possible;
}

std::size_t rowsOf(ByteView bytes) { return (bytes.size - headerBytes - footerBytes) / rowBytes; }

Patient readPatient(ByteView bytes) {
  const std::string_view all = text::view(bytes);
  Patient patient;
  patient.id = field(all, caseAt, caseBytes);
  patient.name = field(all, nameAt, nameBytes);
  patient.recordedAt = field(all, timeAt, timeBytes);
  patient.recordedAt[10] = 'T';
  const auto sex = static_cast<unsigned char>(all[sexAt]);
  patient.sex = sex == 0 ? "F" : sex == 1 ? "M" : "";
  if (const auto age = static_cast<unsigned char>(all[ageAt])) patient.age = std::to_string(age);
  return patient;
}

}  // namespace ecg::contec
