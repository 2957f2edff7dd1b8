#include "preprocess/formats/edf_header.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::edf {
namespace {

constexpr std::size_t fixedBytes = 256;
constexpr std::size_t signalBytes = 256;
/// More than any file in memory has; a record announced as larger is refused as cut short.
constexpr double mostBytes = static_cast<double>(std::numeric_limits<std::size_t>::max() / 2);

using Text = std::string_view;

bool isBdf(Text bytes) {
  return bytes.substr(0, 8) ==
         "\xFF"
         "BIOSEMI";
}
/// Version 0, padded with blanks or, by some writers, with NUL.
bool isEdf(Text bytes) {
  return bytes.size() >= 8 && bytes[0] == '0' &&
         bytes.substr(1, 7).find_first_not_of(Text(" \0", 2)) == Text::npos;
}

std::optional<double> numberOf(Text field) {
  const auto decimal = parseDecimal(text::trim(field));
  if (!decimal || decimal->mark == DecimalMark::comma || !std::isfinite(decimal->value))
    return std::nullopt;
  return decimal->value;
}

std::optional<double> wholeNumberOf(Text field) {
  const auto value = numberOf(field);
  return value && *value == std::floor(*value) && std::fabs(*value) < 1e9 ? value : std::nullopt;
}

bool looksLikeDate(Text field) {
  if (field.size() < 8) return false;
  for (std::size_t i = 0; i < 8; ++i) {
    const bool digit = field[i] >= '0' && field[i] <= '9';
    if (digit == (i == 2 || i == 5)) return false;
  }
  return true;
}

/// The fields of a header in turn; every refusal names the file, the field and its place.
class Fields {
 public:
  explicit Fields(const NamedBytes& file) : name_(file.name), bytes_(text::view(file.bytes)) {}

  Text take(std::size_t size) {
    const Text field = bytes_.substr(at_, size);
    at_ += size;
    return field;
  }
  void skip(std::size_t size) { at_ += size; }

  double takeCount(std::size_t size, const std::string& what, double least) {
    const std::size_t at = at_;
    const Text field = take(size);
    const auto value = wholeNumberOf(field);
    if (!value || *value < least)
      refuse(what, field, at, sentence({"a whole number from ", text::number(least), " up"}));
    return *value;
  }

  double takeSeconds(std::size_t size) {
    const std::size_t at = at_;
    const Text field = take(size);
    const auto value = numberOf(field);
    if (!value || *value < 0) refuse("the duration of a record", field, at, "a number of seconds");
    return *value;
  }

  [[noreturn]] void refuse(const std::string& what, Text field, std::size_t at,
                           const std::string& wanted) const {
    reject("bad-header",
           {name_, " has ", text::quoted(text::trim(field)), " as ", what, " (byte ", at,
            ") where the format wants ", wanted, "; export the recording again."});
  }

 private:
  const std::string& name_;
  Text bytes_;
  std::size_t at_ = 0;
};

[[noreturn]] void refuseTruncated(const std::string& name, const std::string& what,
                                  const std::string& expected, std::size_t present) {
  reject("truncated", {name, " is cut short: ", what, " takes ", expected, " bytes and ", present,
                       " are present; get the complete file."});
}

void readVariant(Header& header, Text reserved, bool bdf) {
  const Text prefix = reserved.substr(0, 5);
  header.discontinuous = prefix == (bdf ? "BDF+D" : "EDF+D");
  header.plus = header.discontinuous || prefix == (bdf ? "BDF+C" : "EDF+C");
  header.format = std::string(bdf ? "bdf" : "edf") + (header.plus ? "+" : "");
  header.sampleBytes = bdf ? 3 : 2;
}

void readSignals(Fields& fields, Header& header, std::size_t count) {
  header.signals.resize(count);
  auto& signals = header.signals;
  for (Signal& signal : signals) {
    const Text label = text::trim(fields.take(16));
    signal.label = text::utf8(label);
    signal.annotations = label == "EDF Annotations" || label == "BDF Annotations";
  }
  fields.skip(80 * count);
  for (Signal& signal : signals) signal.dimension = text::utf8(text::trim(fields.take(8)));
  for (Signal& signal : signals) signal.physicalMin = numberOf(fields.take(8));
  for (Signal& signal : signals) signal.physicalMax = numberOf(fields.take(8));
  for (Signal& signal : signals) signal.digitalMin = wholeNumberOf(fields.take(8));
  for (Signal& signal : signals) signal.digitalMax = wholeNumberOf(fields.take(8));
  fields.skip(80 * count);
  double offset = 0;
  for (Signal& signal : signals) {
    const double samples =
        fields.takeCount(8, "the samples per record of signal " + signal.label, 1);
    signal.samplesPerRecord = static_cast<std::size_t>(samples);
    signal.offset = static_cast<std::size_t>(offset);
    offset = std::min(mostBytes, offset + samples * static_cast<double>(header.sampleBytes));
  }
  header.recordBytes = static_cast<std::size_t>(offset);
}

/// Settles how many records the file holds, by its header and by its size.
void countRecords(Header& header, double declared, const NamedBytes& file) {
  const std::size_t present = file.bytes.size - header.bytes;
  const std::size_t fitting = present / header.recordBytes;
  if (declared < 0) {
    header.records = fitting;
    say(header.diagnostics, "records-from-size",
        {"The header does not say how many records there are; the size of the "
         "file gives ",
         fitting, "."});
  } else if (declared > static_cast<double>(fitting)) {
    const double expected =
        static_cast<double>(header.bytes) + declared * static_cast<double>(header.recordBytes);
    refuseTruncated(file.name, "what its header announces", text::number(expected, 15),
                    file.bytes.size);
  } else {
    header.records = static_cast<std::size_t>(declared);
  }
  if (header.records == 0)
    reject("no-signal", {file.name,
                         " has a header but not one complete record of samples; "
                         "get the complete file."});
  if (const std::size_t extra = present - header.records * header.recordBytes)
    say(header.diagnostics, "trailing-bytes",
        {extra,
         " bytes after the last record were "
         "not read."});
}

}  // namespace

Match sniff(ByteView bytes) {
  const Text all = text::view(bytes);
  const bool bdf = isBdf(all);
  if (!bdf && !isEdf(all)) return Match::none;
  if (all.size() >= fixedBytes) {
    const auto signals = wholeNumberOf(all.substr(252, 4));
    const auto size = wholeNumberOf(all.substr(184, 8));
    if (signals && size && *size == 256.0 * (*signals + 1)) return Match::certain;
  }
  const bool dated = all.size() >= 184 && looksLikeDate(all.substr(168, 8));
  return bdf || dated ? Match::possible : Match::none;
}

Header readHeader(const NamedBytes& file) {
  const Text all = text::view(file.bytes);
  if (!isBdf(all) && !isEdf(all))
    reject("not-edf", {file.name,
                       " does not begin as an EDF or BDF file does; check that the "
                       "right file was chosen."});
  if (all.size() < fixedBytes) refuseTruncated(file.name, "the header", "at least 256", all.size());
  Header header;
  Fields fields(file);
  fields.skip(8);
  header.patient = text::trim(fields.take(80));
  header.recording = text::trim(fields.take(80));
  header.startDate = text::trim(fields.take(8));
  header.startTime = text::trim(fields.take(8));
  const double headerBytes = fields.takeCount(8, "the size of the header", 256);
  readVariant(header, fields.take(44), isBdf(all));
  const double records = fields.takeCount(8, "the number of records", -1);
  header.recordSeconds = fields.takeSeconds(8);
  const double signals = fields.takeCount(4, "the number of signals", 1);
  header.bytes = fixedBytes + signalBytes * static_cast<std::size_t>(signals);
  if (headerBytes != static_cast<double>(header.bytes))
    fields.refuse("the size of the header", all.substr(184, 8), 184,
                  sentence({header.bytes, " for ", text::number(signals), " signals"}));
  if (all.size() < header.bytes)
    refuseTruncated(file.name, "the header", std::to_string(header.bytes), all.size());
  readSignals(fields, header, static_cast<std::size_t>(signals));
  countRecords(header, records, file);
  return header;
}

}  // namespace ecg::edf
