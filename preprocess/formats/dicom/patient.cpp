#include "preprocess/formats/dicom/patient.h"

#include <algorithm>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

constexpr Tag rangeType = 0x0040A130;

bool digitsOnly(std::string_view text, std::size_t size) {
  return text.size() >= size && std::all_of(text.begin(), text.begin() + size,
                                            [](char c) { return c >= '0' && c <= '9'; });
}

/// `20021122` as `2002-11-22`; as it stands where it is anything else.
std::string isoDate(const std::string& stored) {
  if (stored.size() != 8 || !digitsOnly(stored, 8)) return stored;
  return sentence({stored.substr(0, 4), "-", stored.substr(4, 2), "-", stored.substr(6, 2)});
}

/// `091000.25` as `09:10:00`; empty where it is anything else.
std::string isoTime(const std::string& stored) {
  if (digitsOnly(stored, 6))
    return sentence({stored.substr(0, 2), ":", stored.substr(2, 2), ":", stored.substr(4, 2)});
  return digitsOnly(stored, 4) ? stored.substr(0, 2) + ":" + stored.substr(2, 2) : "";
}

std::string joined(const std::string& date, const std::string& time) {
  return date + (date.empty() || time.empty() ? "" : "T" + time);
}

std::string recordedAt(const DataSet& root, const Charset& charset) {
  const auto text = [&](Tag tag) { return charset.decode(root.text(tag)); };
  const std::string acquired = text(tags::acquisitionDateTime);
  if (digitsOnly(acquired, 8))
    return joined(isoDate(acquired.substr(0, 8)), isoTime(acquired.substr(8)));
  const std::string content = isoDate(text(tags::contentDate));
  if (!content.empty()) return joined(content, isoTime(text(tags::contentTime)));
  return joined(isoDate(text(tags::studyDate)), isoTime(text(tags::studyTime)));
}

/// `Family^Given^^^=...` as `Family Given`: the first way of writing it that is not empty.
std::string personName(const std::string& stored) {
  std::string out;
  for (char c : stored) {
    if (c == '=' && !out.empty()) break;
    if (c == '^' || c == '=') c = ' ';
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  return std::string(text::trim(out));
}

/// `042Y` as `42`, `006M` as `6 months`; as it stands where it is anything else.
std::string ageOf(const std::string& stored) {
  if (stored.size() != 4 || !digitsOnly(stored, 3)) return stored;
  const std::string number =
      std::to_string((stored[0] - '0') * 100 + (stored[1] - '0') * 10 + (stored[2] - '0'));
  switch (stored[3]) {
    case 'Y':
      return number;
    case 'M':
      return number + " months";
    case 'W':
      return number + " weeks";
    case 'D':
      return number + " days";
    default:
      return stored;
  }
}

void addLines(std::string_view text, const Charset& charset, std::vector<std::string>& out) {
  for (const std::string_view line : text::lines(text)) out.push_back(charset.decode(line));
}

/// True for an annotation that states something of the whole recording, in words.
bool isStatement(const DataSet& annotation) {
  return !annotation.wholeText(tags::text).empty() && !annotation.has(rangeType);
}

}  // namespace

Patient readPatient(const DataSet& root, const Charset& charset) {
  Patient patient;
  patient.id = charset.decode(root.text(tags::patientId));
  patient.name = personName(charset.decode(root.text(tags::patientName)));
  patient.birthDate = isoDate(charset.decode(root.text(tags::birthDate)));
  patient.age = ageOf(charset.decode(root.text(tags::age)));
  patient.sex = charset.decode(root.text(tags::sex));
  patient.recordedAt = recordedAt(root, charset);
  addLines(root.wholeText(tags::patientComments), charset, patient.comments);
  addLines(root.wholeText(tags::visitComments), charset, patient.comments);
  return patient;
}

void readAnnotations(const DataSet& root, const Charset& charset, ReadResult& result) {
  std::size_t others = 0;
  root.forEachItem(tags::annotations, [&](const DataSet& annotation) {
    if (isStatement(annotation))
      addLines(annotation.wholeText(tags::text), charset, result.interpretation);
    else
      ++others;
    return true;
  });
  reportAnnotations(others, result.recording);
}

}  // namespace ecg::dicom
