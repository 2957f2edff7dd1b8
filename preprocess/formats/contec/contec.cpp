#include "preprocess/formats/contec/contec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "preprocess/formats/contec/layout.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace contec {
namespace {

constexpr std::array<const char*, leads> names = {"II", "III", "V1", "V2", "V3", "V4", "V5", "V6"};
constexpr double zeroStep = 2048;
constexpr std::uint16_t highestStep = 4095;

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

[[noreturn]] void refuse(const NamedBytes& file, const std::string& what) {
  reject("unsupported-layout",
         {file.name, ": ", what,
          " as in the files of a Contec ECG90A, the only Contec model whose layout is "
          "known; export it from Contec's program as XML, DICOM or SCP."});
}

/// Values of one lead in mV.
void decode(const NamedBytes& file, std::size_t lead, double stepsPerMillivolt, float* out) {
  const std::uint8_t* from = file.bytes.data + headerBytes + 2 * lead;
  const std::size_t rows = rowsOf(file.bytes);
  for (std::size_t row = 0; row < rows; ++row, from += rowBytes) {
    const auto stored = static_cast<std::uint16_t>(from[0] | from[1] << 8);
    if (stored > highestStep && stored != noValue)
      refuse(file, sentence({"its value at byte ", headerBytes + row * rowBytes + 2 * lead,
                             " does not have 12 bits"}));
    out[row] = stored == noValue ? std::numeric_limits<float>::quiet_NaN()
                                 : static_cast<float>((stored - zeroStep) / stepsPerMillivolt);
  }
}

/// In an ECG90A's file a row of zeros is the end.
void checkRows(const NamedBytes& file) {
  const std::uint8_t* from = file.bytes.data + headerBytes;
  for (std::size_t row = 0; row < rowsOf(file.bytes); ++row, from += rowBytes)
    if (std::all_of(from, from + rowBytes, [](std::uint8_t byte) { return byte == 0; }))
      refuse(file, "a row of zeros comes before the end and not");
}

/// Asks for what no file says, and offers what is known of the one model.
void askForMissing(const std::string& file, const ReadOptions& options) {
  checkOptions(file, options);
  if (options.samplingRate && options.unitsPerMillivolt) return;
  askFor(file, {!options.unitsPerMillivolt, !options.samplingRate, "; an ECG90A writes 200",
                "; an ECG90A writes 800", ""});
}

/// The leads that have a value; the names of the others are given back.
std::string readLeads(const NamedBytes& file, double stepsPerMillivolt, Recording& recording) {
  std::string empty;
  std::vector<float> samples(recording.length);
  for (std::size_t lead = 0; lead < leads; ++lead) {
    decode(file, lead, stepsPerMillivolt, samples.data());
    if (std::all_of(samples.begin(), samples.end(), [](float v) { return std::isnan(v); })) {
      empty += (empty.empty() ? "" : ", ") + std::string(names[lead]);
      continue;
    }
    recording.leads.push_back({canonicalLeadName(names[lead]), names[lead], "mV"});
    recording.samples.insert(recording.samples.end(), samples.begin(), samples.end());
  }
  return empty;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Contec recordings");
  if (const Match match = sniff(file.bytes); match != Match::certain)
    refuse(file, match == Match::none ? "its header is not" : "its size and its end are not");
  checkRows(file);
  askForMissing(file.name, options);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "contec";
  recording.samplingRate = *options.samplingRate;
  recording.length = rowsOf(file.bytes);
  const std::string empty = readLeads(file, *options.unitsPerMillivolt, recording);
  if (recording.leads.empty())
    reject("no-signal", {file.name,
                         " has no value in any lead; were the electrodes "
                         "attached? Record it again."});
  if (!empty.empty())
    say(recording.diagnostics, "empty-lead",
        {"Leads without any value were left out: ", empty, "."});
  result.patient = readPatient(file.bytes);
  return result;
}

}  // namespace
}  // namespace contec

const Format& contecFormat() {
  static const Format format = {"contec", contec::sniffSet, nullptr, contec::read};
  return format;
}

}  // namespace ecg
