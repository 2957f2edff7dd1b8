#include "preprocess/formats/scp/header.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "preprocess/formats/text.h"

namespace ecg::scp {
namespace {

/// Fields of section 1 (EN 1064, 5.4.5) by tag. A tag that comes again is a further line.
struct Fields {
  std::multimap<unsigned, ByteView> all;
  bool complete = false;

  std::optional<ByteView> first(unsigned tag, std::size_t least) const {
    const auto at = all.find(tag);
    if (at == all.end() || at->second.size < least) return std::nullopt;
    return at->second;
  }
};

Fields readFields(ByteReader in) {
  constexpr unsigned last = 255;
  Fields fields;
  while (in.remaining() >= 3) {
    const unsigned tag = in.u8();
    const std::size_t length = in.u16();
    if (tag == last) {
      fields.complete = true;
      break;
    }
    if (length > in.remaining()) return fields;
    fields.all.emplace(tag, in.take(length));
  }
  fields.complete = fields.complete || in.remaining() < 3;
  return fields;
}

std::string textOf(ByteView bytes) {
  std::string_view text = text::view(bytes);
  text = text.substr(0, text.find('\0'));
  return text::utf8(text::trim(text));
}

std::string textOf(const Fields& fields, unsigned tag) {
  const auto field = fields.first(tag, 1);
  return field ? textOf(*field) : "";
}

unsigned u16(ByteView bytes, std::size_t at) {
  return bytes.data[at] | static_cast<unsigned>(bytes.data[at + 1]) << 8;
}

std::string twoDigits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// A date as ISO 8601; empty where it is none.
std::string dateOf(const Fields& fields, unsigned tag) {
  const auto field = fields.first(tag, 4);
  if (!field) return "";
  const unsigned year = u16(*field, 0), month = field->data[2], day = field->data[3];
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return "";
  return sentence({year, "-", twoDigits(month), "-", twoDigits(day)});
}

std::string recordedAt(const Fields& fields) {
  const std::string date = dateOf(fields, 25);
  const auto time = fields.first(26, 3);
  if (date.empty() || !time) return date;
  const std::uint8_t* part = time->data;
  if (part[0] > 23 || part[1] > 59 || part[2] > 60) return date;
  return sentence(
      {date, "T", twoDigits(part[0]), ":", twoDigits(part[1]), ":", twoDigits(part[2])});
}

std::string ageOf(const Fields& fields) {
  static constexpr std::array<const char*, 6> units = {"",       " years", " months",
                                                       " weeks", " days",  " hours"};
  const auto field = fields.first(4, 3);
  if (!field) return "";
  const unsigned value = u16(*field, 0), unit = field->data[2];
  if (value == 0 || unit >= units.size()) return "";
  return std::to_string(value) + units[unit];
}

std::string sexOf(const Fields& fields) {
  const auto field = fields.first(8, 1);
  if (!field) return "";
  return field->data[0] == 1 ? "male" : field->data[0] == 2 ? "female" : "";
}

std::string nameOf(const Fields& fields) {
  std::string name;
  for (const unsigned tag : {1u, 0u, 3u})
    if (const std::string part = textOf(fields, tag); !part.empty())
      name += (name.empty() ? "" : " ") + part;
  return name;
}

/// Model and maker of the device that acquired the ECG (tag 14).
std::string deviceOf(const Fields& fields) {
  const auto field = fields.first(14, 14);
  if (!field) return "";
  std::string device = textOf({field->data + 8, 6});
  std::string_view strings = text::view(*field);
  strings.remove_prefix(std::min<std::size_t>(strings.size(), 36));
  for (int before = 0; before < 4; ++before) {
    const std::size_t end = strings.find('\0');
    strings.remove_prefix(end == std::string_view::npos ? strings.size() : end + 1);
  }
  const std::string maker = text::utf8(text::trim(strings.substr(0, strings.find('\0'))));
  if (!maker.empty()) device += (device.empty() ? "" : ", ") + maker;
  return device;
}

std::string filtersOf(const Fields& fields) {
  std::string out;
  const auto add = [&](const std::string& filter) { out += (out.empty() ? "" : ", ") + filter; };
  if (const auto field = fields.first(27, 2); field && u16(*field, 0) != 0)
    add(sentence({"high-pass ", text::number(u16(*field, 0) / 100.0), " Hz"}));
  if (const auto field = fields.first(28, 2); field && u16(*field, 0) != 0)
    add(sentence({"low-pass ", u16(*field, 0), " Hz"}));
  const auto field = fields.first(29, 1);
  const unsigned bits = field ? field->data[0] : 0;
  if (bits & 1) add("60 Hz notch");
  if (bits & 2) add("50 Hz notch");
  if (bits & 4) add("artefact filter");
  if (bits & 8) add("baseline filter");
  return out;
}

void addComments(const Fields& fields, Patient& patient) {
  if (const std::string device = deviceOf(fields); !device.empty())
    patient.comments.push_back("device: " + device);
  // Indication, institutions, departments, physicians, technician, room, free text, history.
  for (const unsigned tag : {13u, 16u, 17u, 18u, 19u, 20u, 21u, 22u, 23u, 30u, 35u})
    for (auto [at, end] = fields.all.equal_range(tag); at != end; ++at)
      if (const std::string line = textOf(at->second); !line.empty())
        patient.comments.push_back(line);
}

}  // namespace

HeaderData readHeader(const Record& record) {
  HeaderData header;
  const auto at = record.sections.find(1);
  if (at == record.sections.end()) return header;
  const Fields fields = readFields(record.reader(at->second));
  header.complete = fields.complete;
  header.patient.id = textOf(fields, 2);
  header.patient.name = nameOf(fields);
  header.patient.birthDate = dateOf(fields, 5);
  header.patient.age = ageOf(fields);
  header.patient.sex = sexOf(fields);
  header.patient.recordedAt = recordedAt(fields);
  addComments(fields, header.patient);
  header.filters = filtersOf(fields);
  return header;
}

}  // namespace ecg::scp
