#include "preprocess/formats/mfer/person.h"

#include <cstdio>
#include <vector>

#include "preprocess/formats/text.h"

namespace ecg::mfer {
namespace {

unsigned number16(ByteView value, std::size_t at, bool big) {
  const unsigned first = value.data[at], second = value.data[at + 1];
  return big ? first << 8 | second : second << 8 | first;
}

std::vector<std::string> components(const std::string& text) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == '^')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  for (std::string& part : parts) part = std::string(text::trim(part));
  return parts;
}

/// Family, its reading, given, its reading, middle, its reading: as "given middle family".
std::string nameOf(const std::string& text) {
  const auto parts = components(text);
  std::string name;
  for (std::size_t index : {2u, 4u, 0u})
    if (index < parts.size() && !parts[index].empty())
      name += (name.empty() ? "" : " ") + parts[index];
  return name;
}

std::string date(unsigned year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return "";
  char out[48];
  std::snprintf(out, sizeof out, "%04u-%02u-%02u", year, month, day);
  return out;
}

void readAge(ByteView value, bool big, Patient& patient) {
  const bool days = value.size >= 3 && number16(value, 1, big) != 0;
  if (value.size >= 1 && (value.data[0] != 0 || days)) patient.age = std::to_string(value.data[0]);
  if (value.size >= 7)
    patient.birthDate = date(number16(value, 3, big), value.data[5], value.data[6]);
}

void readTime(ByteView value, bool big, Patient& patient) {
  if (value.size < 4) return;
  patient.recordedAt = date(number16(value, 0, big), value.data[2], value.data[3]);
  if (patient.recordedAt.empty() || value.size < 7) return;
  const unsigned hour = value.data[4], minute = value.data[5], second = value.data[6];
  if (hour > 23 || minute > 59 || second > 60) return;
  char out[48];
  std::snprintf(out, sizeof out, "T%02u:%02u:%02u", hour, minute, second);
  patient.recordedAt += out;
}

}  // namespace

bool readPerson(const Item& item, bool big, const Charset& charset, Patient& patient,
                bool& unread) {
  const auto words = [&] {
    const auto read = charset.read(text::view(item.value));
    if (!read) unread = true;
    return read.value_or("");
  };
  switch (item.tag) {
    case patientName:
    case oldName:
      patient.name = nameOf(words());
      return true;
    case patientId:
    case oldId:
      patient.id = components(words()).front();
      return true;
    case patientAge:
      readAge(item.value, big, patient);
      return true;
    case patientSex:
      if (item.value.size)
        patient.sex = item.value.data[0] == 1 ? "M" : item.value.data[0] == 2 ? "F" : "";
      return true;
    case measurementTime:
    case oldTime:
      readTime(item.value, big, patient);
      return true;
    case note:
    case message:
      if (std::string comment = words(); !comment.empty())
        patient.comments.push_back(std::move(comment));
      return true;
    default:
      return false;
  }
}

}  // namespace ecg::mfer
