#include "preprocess/formats/ishne/header.h"

#include <array>
#include <cstdio>

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/crc_ccitt.h"
#include "preprocess/formats/text.h"

namespace ecg::ishne {
namespace {

constexpr std::size_t checkedFrom = 10;  // after the magic and the checksum
constexpr std::size_t fixedBytes = 522;  // up to the end of the header
constexpr std::size_t leadSlots = 12;

[[noreturn]] void refuse(const ByteReader& reader, const std::string& what) {
  reject("bad-header", {reader.file(), " ", what, "; get the original file."});
}

std::string leadName(int code, std::size_t index) {
  static constexpr std::array<const char*, 20> names = {
      "unknown", "generic", "X",  "Y",  "Z",  "I",  "II", "III", "aVR", "aVL",
      "aVF",     "V1",      "V2", "V3", "V4", "V5", "V6", "ES",  "AS",  "AI"};
  if (code >= 0 && static_cast<std::size_t>(code) < names.size())
    return names[static_cast<std::size_t>(code)];
  return code == -9 ? "unknown" : "lead " + std::to_string(index + 1);
}

/// Text up to its first NUL, without blanks around it.
std::string field(ByteReader& reader, std::size_t size) {
  const std::string_view stored = reader.text(size);
  return text::utf8(text::trim(stored.substr(0, stored.find('\0'))));
}

/// Day, month and year as ISO 8601; empty where they are no date.
std::string date(ByteReader& reader) {
  const int day = reader.i16(), month = reader.i16(), year = reader.i16();
  if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1 || year > 9999) return "";
  char out[48];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return out;
}

std::string timeOfDay(ByteReader& reader) {
  const int hour = reader.i16(), minute = reader.i16(), second = reader.i16();
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return "";
  char out[48];
  std::snprintf(out, sizeof out, "%02d:%02d:%02d", hour, minute, second);
  return out;
}

void addComment(Patient& patient, std::string comment) {
  if (!comment.empty()) patient.comments.push_back(std::move(comment));
}

void readPerson(ByteReader& reader, Patient& patient) {
  const std::string first = field(reader, 40), last = field(reader, 40);
  patient.name = sentence({first, (first.empty() || last.empty() ? "" : " "), last});
  patient.id = field(reader, 20);
  const int sex = reader.i16();
  patient.sex = sex == 1 ? "M" : sex == 2 ? "F" : "";
  reader.skip(2);  // race
  patient.birthDate = date(reader);
  patient.recordedAt = date(reader);
  reader.skip(6);  // when the file was made
  const std::string start = timeOfDay(reader);
  if (!patient.recordedAt.empty() && !start.empty()) patient.recordedAt += "T" + start;
}

void readLeads(ByteReader& reader, std::vector<LeadSpec>& leads) {
  const int count = reader.i16();
  if (count < 1 || static_cast<std::size_t>(count) > leadSlots)
    refuse(reader,
           sentence({"says that it has ", count, " leads (byte 156), where 1 to 12 are possible"}));
  leads.resize(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < leadSlots; ++i)
    if (const int code = reader.i16(); i < leads.size()) leads[i].name = leadName(code, i);
  for (std::size_t i = 0; i < leadSlots; ++i)
    if (const int quality = reader.i16(); i < leads.size()) leads[i].quality = quality;
  for (std::size_t i = 0; i < leadSlots; ++i)
    if (const int step = reader.i16(); i < leads.size()) leads[i].nanovolts = step > 0 ? step : 0;
}

/// The block of comments, where it lies between the header and the samples.
void readComments(ByteReader& reader, std::int64_t offset, std::int64_t size, Header& header) {
  const auto end = static_cast<std::int64_t>(header.signalOffset);
  if (size <= 0 || offset < static_cast<std::int64_t>(fixedBytes) || offset > end ||
      size > end - offset)
    return;
  reader.seek(static_cast<std::size_t>(offset));
  addComment(header.patient, field(reader, static_cast<std::size_t>(size)));
}

}  // namespace

Header readHeader(const NamedBytes& file) {
  ByteReader reader(file.name, file.bytes);
  Header header;
  reader.skip(8);
  header.checksum = reader.u16();
  const std::int64_t commentSize = reader.i32();
  header.sampleCount = reader.i32();
  const std::int64_t commentOffset = reader.i32();
  const std::int64_t signalOffset = reader.i32();
  reader.skip(2);  // version
  readPerson(reader, header.patient);
  readLeads(reader, header.leads);
  header.pacemaker = reader.i16();
  addComment(header.patient, field(reader, 40));  // type of recorder
  const int rate = reader.i16();
  header.samplingRate = rate > 0 ? rate : 0;
  addComment(header.patient, field(reader, 80));  // whose the ECG is
  addComment(header.patient, field(reader, 80));  // copyright
  reader.skip(88);
  if (signalOffset < static_cast<std::int64_t>(fixedBytes))
    refuse(reader, sentence({"says that its samples begin at byte ", signalOffset,
                             " (byte 22), within the header"}));
  if (static_cast<std::uint64_t>(signalOffset) > file.bytes.size)
    reject("truncated",
           {file.name, " ends at byte ", file.bytes.size, ", before its first sample at byte ",
            signalOffset, "; get the original file."});
  header.signalOffset = static_cast<std::size_t>(signalOffset);
  readComments(reader, commentOffset, commentSize, header);
  return header;
}

std::uint16_t checksumOf(ByteView file, const Header& header) {
  return crcCcitt({file.data + checkedFrom, header.signalOffset - checkedFrom});
}

std::string qualityFault(int code) {
  static constexpr std::array<const char*, 4> faults = {"intermittent noise", "frequent noise",
                                                        "intermittent disconnection",
                                                        "frequent disconnection"};
  return code >= 2 && code <= 5 ? faults[static_cast<std::size_t>(code - 2)] : "";
}

std::string pacemakerKind(int code) {
  static constexpr std::array<const char*, 5> kinds = {
      "of unknown type", "single chamber, unipolar", "dual chamber, unipolar",
      "single chamber, bipolar", "dual chamber, bipolar"};
  return code >= 1 && code <= 5 ? kinds[static_cast<std::size_t>(code - 1)] : "";
}

}  // namespace ecg::ishne
