#include "preprocess/formats/wfdb_header.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_signals.h"
#include "preprocess/formats/wfdb_text.h"

namespace ecg::wfdb {
namespace {

constexpr std::size_t sniffedBytes = 1 << 20;
constexpr double smallestGain = 1e-20;
constexpr double largestInteger = 9007199254740992.0;  // 2^53

/// The lines of a header that are neither blank nor comments, with their numbers.
class Lines {
 public:
  explicit Lines(ByteView bytes)
      : text_(bytes.data ? reinterpret_cast<const char*>(bytes.data) : "", bytes.size) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
  }

  /// The next such line, trimmed, or an empty one at the end. Comments on the way go to `comments`.
  std::string_view next(std::vector<std::string>* comments = nullptr) {
    while (!text_.empty()) {
      const std::string_view line = text::trim(takeLine(text_));
      ++number_;
      if (line.empty()) continue;
      if (line.front() != '#') return line;
      if (comments) comments->emplace_back(text::trim(line.substr(1)));
    }
    return {};
  }
  std::size_t number() const { return number_; }

 private:
  std::string_view text_;
  std::size_t number_ = 0;
};

/// Where in which file a field is, so that an error can say so.
struct Place {
  const std::string& file;
  std::size_t line;
};

[[noreturn]] void bad(const Place& place, const std::string& what) {
  reject("bad-header", {place.file, ", line ", place.line, ": ", what,
                        "; correct the header or get the original file."});
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string out = "\"";
  for (char c : text.substr(0, longest)) out += static_cast<unsigned char>(c) < ' ' ? '?' : c;
  return out + (text.size() > longest ? "...\"" : "\"");
}

std::uint64_t countField(std::string_view text, const Place& place, const char* what) {
  const auto value = parseCount(text);
  if (!value)
    bad(place, sentence({std::string(what), " is ", quoted(text), ", not a whole number"}));
  return *value;
}

double numberField(std::string_view text, const Place& place, const char* what) {
  const auto value = parseNumber(text);
  if (!value || std::fabs(*value) > largestInteger)
    bad(place, sentence({std::string(what), " is ", quoted(text), ", not a usable number"}));
  return *value;
}

/// Returns how many segment or signal lines are to follow.
std::uint64_t parseRecordLine(std::string_view line, const Place& place, Header& header) {
  const std::string_view name = takeField(line);
  const std::size_t slash = name.find('/');
  header.multiSegment = slash != std::string_view::npos;
  std::uint64_t following = countField(takeField(line), place, "the number of signals");
  if (header.multiSegment)
    following = countField(name.substr(slash + 1), place, "the number of segments");

  const std::string_view rate = takeField(line);
  if (!rate.empty()) {
    // "250/360(0)": the counter frequency and the base counter value do not concern the samples.
    header.samplingRate = numberField(rate.substr(0, rate.find('/')), place, "the sampling rate");
    if (!(*header.samplingRate > 0)) bad(place, "the sampling rate is " + quoted(rate));
  }
  const std::string_view length = takeField(line);
  if (!length.empty()) {
    const std::uint64_t frames = countField(length, place, "the number of samples");
    if (frames > 0) header.length = frames;
  }
  const std::string_view first = takeField(line);
  if (!first.empty()) header.recordedAt = isoDateTime(first, takeField(line));
  return following;
}

/// 0 is that of a null signal.
bool isFormat(std::uint64_t number) {
  const int format = number < 1000 ? static_cast<int>(number) : -1;
  return format == 0 || isSampleFormat(format) || isFlacFormat(format);
}

void parseFormat(std::string_view field, const Place& place, Signal& signal) {
  const std::size_t end = std::min(field.find_first_of("x:+"), field.size());
  const std::uint64_t format = countField(field.substr(0, end), place, "the sample format");
  field.remove_prefix(end);
  while (!field.empty()) {
    const char marker = field.front();
    const std::size_t next = std::min(field.find_first_of("x:+", 1), field.size());
    const std::string_view digits = field.substr(1, next - 1);
    field.remove_prefix(next);
    if (marker == 'x') signal.samplesPerFrame = countField(digits, place, "samples per frame");
    if (marker == ':') signal.skew = countField(digits, place, "the skew");
    if (marker == '+') signal.byteOffset = countField(digits, place, "the byte offset");
  }
  if (signal.samplesPerFrame == 0) signal.samplesPerFrame = 1;
  if (signal.samplesPerFrame > std::numeric_limits<std::uint32_t>::max())
    bad(place, std::to_string(signal.samplesPerFrame) + " samples per frame are too many");

  const std::string where = sentence({place.file, ", line ", place.line, ": "});
  if (!isFormat(format))
    reject("unsupported-format",
           {where, "the signal file ", signal.file, " has the sample format ", format,
            ", which the WFDB specification does not know; correct the header or "
            "convert the record to format 16."});
  signal.format = static_cast<int>(format);
}

/// `gain(baseline)/units`, each part optional. Returns whether the baseline was there.
bool parseGain(std::string_view field, const Place& place, Signal& signal) {
  const std::size_t slash = field.find('/');
  if (slash != std::string_view::npos && slash + 1 < field.size())
    signal.unit = field.substr(slash + 1);
  field = field.substr(0, slash);
  const std::size_t open = field.find('(');
  if (open != std::string_view::npos) {
    const std::size_t close = std::min(field.find(')', open), field.size());
    signal.baseline = numberField(field.substr(open + 1, close - open - 1), place, "the baseline");
  }
  const std::string_view gain = field.substr(0, open);
  if (!gain.empty()) signal.gain = numberField(gain, place, "the gain");
  signal.calibrated = !gain.empty() && signal.gain != 0;
  if (!signal.calibrated) signal.gain = 200;
  if (std::fabs(signal.gain) < smallestGain) bad(place, "the gain is " + quoted(gain));
  return open != std::string_view::npos;
}

Signal parseSignalLine(std::string_view line, const Place& place) {
  Signal signal;
  signal.line = place.line;
  const std::string_view file = takeField(line);
  signal.file = baseName(file);
  const std::string_view format = takeField(line);
  if (format.empty())
    bad(place, sentence({"the signal line ", quoted(file), " has no sample format"}));
  parseFormat(format, place, signal);

  bool hasBaseline = false;
  const std::string_view gain = takeField(line);
  if (gain.empty())
    signal.calibrated = false;
  else
    hasBaseline = parseGain(gain, place, signal);

  // ADC resolution, ADC zero, initial value, checksum, block size; the first field that is no
  // number starts the description.
  std::optional<double> numbers[5];
  for (auto& number : numbers) {
    std::string_view rest = line;
    number = parseNumber(takeField(rest));
    if (!number || std::fabs(*number) > largestInteger) {
      number.reset();
      break;
    }
    line = rest;
  }
  if (!hasBaseline) signal.baseline = numbers[1].value_or(0);
  signal.initialValue = static_cast<std::int64_t>(numbers[2].value_or(numbers[1].value_or(0)));
  if (numbers[3]) signal.checksum = static_cast<std::int64_t>(*numbers[3]);
  signal.description = text::trim(line);
  return signal;
}

Segment parseSegmentLine(std::string_view line, const Place& place) {
  Segment segment;
  segment.name = baseName(takeField(line));
  segment.length = countField(takeField(line), place, "the length of the segment");
  return segment;
}

bool isKnownFormat(std::string_view field) {
  const auto format = parseCount(field.substr(0, field.find_first_of("x:+")));
  return format && isFormat(*format);
}

bool looksNumeric(std::string_view field) {
  const std::string text = text::lower(field.substr(0, 3));
  return field.empty() || std::string_view("+-.0123456789").find(field[0]) != std::string::npos ||
         text == "nan" || text == "inf";
}

}  // namespace

std::string_view baseName(std::string_view path) {
  return path.substr(path.find_last_of("/\\") + 1);
}

Match sniffHeader(ByteView bytes) {
  Lines lines({bytes.data, std::min(bytes.size, sniffedBytes)});
  std::string_view record = lines.next();
  if (record.find('\0') != std::string_view::npos) return Match::none;
  const std::string_view name = takeField(record);
  std::string_view signals = takeField(record);
  if (name.find_first_of(",;\"<{") != std::string_view::npos) return Match::none;
  if (!signals.empty() && signals.front() == '-') signals.remove_prefix(1);
  const std::string_view rate = takeField(record);
  if (!isDigits(signals) || !looksNumeric(rate)) return Match::none;

  std::string_view line = lines.next();
  const std::string_view file = takeField(line);
  const std::string_view field = takeField(line);
  const std::size_t slash = name.find('/');
  const bool segments = slash != std::string_view::npos && isDigits(name.substr(slash + 1));
  // A table of numbers is no header, though its first row may pass for a record line.
  if (!segments && parseNumber(file)) return Match::none;
  const bool follows = segments ? isDigits(field) : isKnownFormat(field);
  return follows ? Match::certain : Match::possible;
}

Header parseHeader(const NamedBytes& file) {
  Header header;
  header.fileName = file.name;
  Lines lines(file.bytes);
  const std::string_view record = lines.next(&header.comments);
  if (record.empty()) bad({header.fileName, 1}, "there is no record line");
  const std::uint64_t expected = parseRecordLine(record, {header.fileName, lines.number()}, header);
  for (std::uint64_t found = 0; found < expected; ++found) {
    const std::string_view line = lines.next(&header.comments);
    const Place place{header.fileName, lines.number()};
    if (line.empty())
      bad(place, sentence({"the record line promises ", expected,
                           (header.multiSegment ? " segments" : " signals"), " and the header has ",
                           found}));
    if (header.multiSegment)
      header.segments.push_back(parseSegmentLine(line, place));
    else
      header.signals.push_back(parseSignalLine(line, place));
  }
  std::size_t extra = 0;
  while (!lines.next(&header.comments).empty()) ++extra;
  if (extra > 0)
    say(header.diagnostics, "extra-header-lines",
        {header.fileName, " has ", extra,
         " more line(s) than its record line announces; they were "
         "ignored."});
  return header;
}

}  // namespace ecg::wfdb
