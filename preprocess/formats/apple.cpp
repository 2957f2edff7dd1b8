#include "preprocess/formats/apple.h"

#include <cmath>

#include "preprocess/formats/apple_header.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace apple {
namespace {

constexpr std::size_t longestHeader = 16 * 1024;
constexpr double beyondFloat = 3.4028235677973366e38;

Match sniff(ByteView bytes) {
  return isApple(readHeader(text::view(bytes).substr(0, longestHeader))) ? Match::certain
                                                                         : Match::none;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

double positive(const std::optional<double>& value, const std::string& what) {
  if (!(*value > 0 && std::isfinite(*value)))
    reject("bad-option", {what, " must be a number above zero."});
  return *value;
}

/// Refuses a file that does not say what is needed in words that are known.
[[noreturn]] void refuse(const std::string& file, const Header& header, Field field,
                         const std::string& code, const std::string& what,
                         const std::string& option) {
  const std::string give =
      sentence({"; export it with the phone set to English, or give ", option, "."});
  if (const auto& entry = header[field])
    reject(code, {file, " line ", entry->line, " has ", text::quoted(entry->value), " as its ",
                  what, give});
  if (!header.unknown.empty())
    reject(code,
           {file, " does not say its ", what, " in English or German: line ",
            header.unknown.front().line, " begins with ", text::quoted(header.unknown.front().word),
            ", which is no known word of an Apple Health ECG", give});
  reject(code, {file, " does not say its ", what, give});
}

double rateOf(const std::string& file, const Header& header, const ReadOptions& options) {
  if (const auto rate = parseRate(header.value(Field::rate))) return *rate;
  if (options.samplingRate) return positive(options.samplingRate, file + ": samplingRate");
  refuse(file, header, Field::rate, "rate-unknown", "sampling rate", "samplingRate (in Hz)");
}

double unitsPerMillivoltOf(const std::string& file, const Header& header,
                           const ReadOptions& options) {
  if (const auto units = voltageUnitsPerMillivolt(header.value(Field::unit))) return *units;
  if (options.unitsPerMillivolt)
    return positive(options.unitsPerMillivolt, file + ": unitsPerMillivolt");
  refuse(file, header, Field::unit, "unit-unknown", "unit", "unitsPerMillivolt (1000 for uV)");
}

/// `Lead I`, `Ableitung I`, `I`: the word for lead may stand before the name once more.
Lead leadOf(const std::string& file, const Header& header, const ReadOptions& options) {
  Lead lead;
  lead.storedName = header.value(Field::lead);
  std::string name = lead.storedName;
  if (!name.empty()) {
    const std::string& word = header[Field::lead]->word;
    if (text::lower(name.substr(0, word.size())) == text::lower(word))
      name = std::string(text::trim(std::string_view(name).substr(word.size())));
  }
  lead.name = canonicalLeadName(name.empty() ? lead.storedName : name);
  if (options.leads.empty()) {
    if (lead.name.empty()) refuse(file, header, Field::lead, "lead-unknown", "lead", "leads");
    return lead;
  }
  const std::string given = canonicalLeadName(options.leads.front());
  if (options.leads.size() != 1 || given.empty() ||
      (isStandardLead(lead.name) && given != lead.name))
    reject("leads-mismatch", {file, " has one lead", (lead.name.empty() ? "" : ", " + lead.name),
                              "; give one name that is its own, or leave the names out."});
  lead.name = given;
  return lead;
}

/// The samples, in mV.
class Samples {
 public:
  Samples(const std::string& file, double unitsPerMillivolt)
      : file_(file), unitsPerMillivolt_(unitsPerMillivolt) {}

  std::vector<float> read(csv::Lines lines) {
    std::vector<float> out;
    std::string_view line;
    std::size_t before = 0;
    while (lines.next(line)) {
      if (!out.empty() && lines.number() != before + 1)
        reject("blank-line", {file_, " line ", before + 1,
                              " is blank between two samples, so that one may be "
                              "missing; export the recording again."});
      before = lines.number();
      out.push_back(value(line, before));
    }
    if (out.empty()) reject("no-signal", {file_, " holds no samples; export the recording again."});
    return out;
  }

 private:
  float value(std::string_view line, std::size_t number) {
    const auto decimal = parseDecimal(sampleCell(line));
    if (!decimal) refuseSample(line, number, "not a number");
    const double scaled = decimal->value / unitsPerMillivolt_;
    if (!(std::fabs(scaled) < beyondFloat)) refuseSample(line, number, "too large");
    if (decimal->mark != DecimalMark::none) {
      if (mark_ == DecimalMark::none) mark_ = decimal->mark;
      if (mark_ != decimal->mark)
        refuseSample(line, number, "not written with the decimal mark of the samples before");
    }
    return static_cast<float>(scaled);
  }

  [[noreturn]] void refuseSample(std::string_view line, std::size_t number,
                                 const std::string& fault) const {
    reject("not-a-number",
           {file_, " line ", number, " has ", text::quoted(line),
            " where a sample should be, which ", "is ", fault, "; export the recording again."});
  }

  const std::string& file_;
  double unitsPerMillivolt_;
  DecimalMark mark_ = DecimalMark::none;
};

void describe(const Header& header, std::vector<Diagnostic>& diagnostics) {
  if (const std::string verdict = header.value(Field::classification); !verdict.empty())
    say(diagnostics, "device-classification",
        {"The watch's own verdict is \"", verdict,
         "\"; it is Apple's, and no part of the scores given here."});
  for (const Entry& entry : header.unknown)
    say(diagnostics, "header-word-unknown",
        {"Line ", entry.line, " of the header was passed over: its word ", text::quoted(entry.word),
         " is not known."});
}

Patient patientOf(const Header& header) {
  Patient patient;
  patient.name = header.value(Field::name);
  patient.birthDate = header.value(Field::birthDate);
  patient.recordedAt = header.value(Field::recordedDate);
  for (Field field : {Field::symptoms, Field::device, Field::software})
    if (const auto& entry = header[field]; entry && !entry->value.empty())
      patient.comments.push_back(entry->word + ": " + entry->value);
  return patient;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Apple Health ECGs");
  const Header header = readHeader(text::view(file.bytes));
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "apple-health";
  recording.wearable = "watch";
  recording.samplingRate = rateOf(file.name, header, options);
  const double unitsPerMillivolt = unitsPerMillivoltOf(file.name, header, options);
  recording.leads.push_back(leadOf(file.name, header, options));
  recording.samples = Samples(file.name, unitsPerMillivolt).read(header.data);
  recording.length = recording.samples.size();
  describe(header, recording.diagnostics);
  result.patient = patientOf(header);
  return result;
}

}  // namespace
}  // namespace apple

const Format& appleFormat() {
  static const Format format = {"apple-health", apple::sniffSet, nullptr, apple::read};
  return format;
}

}  // namespace ecg
