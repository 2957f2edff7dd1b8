#include "preprocess/formats/edf.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/edf_channels.h"
#include "preprocess/formats/edf_header.h"
#include "preprocess/formats/edf_patient.h"
#include "preprocess/formats/edf_tal.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace edf {
namespace {

/// Where each record's samples go: the first sample of each, and the length with the gaps.
struct Placement {
  std::vector<std::size_t> starts;  ///< empty where record follows record
  std::size_t length = 0;
  std::vector<Gap> gaps;
};

std::string_view bytesOf(const NamedBytes& file, const Header& header, std::size_t record,
                         const Signal& signal) {
  const std::size_t start = header.bytes + record * header.recordBytes + signal.offset;
  return text::view(file.bytes).substr(start, signal.samplesPerRecord * header.sampleBytes);
}

/// When a record begins, in seconds; EDF+ has it first in the first annotation signal.
double onsetOf(const NamedBytes& file, const Header& header, std::size_t record) {
  for (const Signal& signal : header.signals) {
    if (!signal.annotations) continue;
    const auto onset = parseAnnotations(bytesOf(file, header, record, signal)).recordOnset;
    if (onset && std::isfinite(*onset)) return *onset;
    break;
  }
  reject("bad-record-times", {file.name, " is discontinuous (EDF+D), but record ", record + 1,
                              " does not say when it begins; export it again."});
}

Placement placeByTime(const NamedBytes& file, const Header& header, const Channels& channels) {
  constexpr double half = 0.5 + 1e-6;
  Placement place;
  const double first = onsetOf(file, header, 0);
  for (std::size_t record = 0; record < header.records; ++record) {
    const double onset = onsetOf(file, header, record);
    const double start = (onset - first) * channels.samplingRate;
    const double late = start - static_cast<double>(place.length);
    if (late < -half)
      reject("bad-record-times",
             {file.name, " says that record ", record + 1, " begins at ", text::number(onset, 12),
              " s, before the one ahead of it has ended; export it again."});
    if (late > half) {
      checkFilledSize(file.name, header.records * channels.samplesPerRecord,
                      start + static_cast<double>(channels.samplesPerRecord), channels.kept.size());
      const auto count = static_cast<std::size_t>(std::llround(late));
      place.gaps.push_back({place.length, count});
      place.length += count;
    }
    place.starts.push_back(place.length);
    place.length += channels.samplesPerRecord;
  }
  return place;
}

double digitalAt(const char* bytes, std::size_t sampleBytes) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::int32_t>(static_cast<unsigned char>(bytes[i]));
  };
  if (sampleBytes == 2) return static_cast<std::int16_t>(byte(0) | byte(1) << 8);
  const std::int32_t value = byte(0) | byte(1) << 8 | byte(2) << 16;
  return value >= 0x800000 ? value - 0x1000000 : value;
}

void decode(const NamedBytes& file, const Header& header, const Channels& channels,
            const Placement& place, Recording& recording) {
  const float missing = std::numeric_limits<float>::quiet_NaN();
  recording.samples.assign(place.length * channels.kept.size(), missing);
  for (std::size_t lead = 0; lead < channels.kept.size(); ++lead) {
    const Channel& channel = channels.kept[lead];
    float* out = recording.samples.data() + lead * place.length;
    for (std::size_t record = 0; record < header.records; ++record) {
      const auto bytes = bytesOf(file, header, record, header.signals[channel.signal]);
      float* to =
          out + (place.starts.empty() ? record * channels.samplesPerRecord : place.starts[record]);
      for (std::size_t i = 0; i < channels.samplesPerRecord; ++i)
        to[i] = channel.value(digitalAt(&bytes[i * header.sampleBytes], header.sampleBytes));
    }
  }
}

/// A writer that fills its last record up often does so with the digital minimum.
void reportPadding(const Channels& channels, Recording& recording) {
  constexpr std::size_t least = 8;
  std::string leads;
  for (std::size_t lead = 0; lead < channels.kept.size(); ++lead) {
    const float lowest = channels.kept[lead].value(channels.kept[lead].digitalMin);
    const float* samples = recording.lead(lead);
    std::size_t run = 0;
    while (run < recording.length && samples[recording.length - 1 - run] == lowest) ++run;
    if (run < least) continue;
    leads += sentence({(leads.empty() ? "" : ", "), recording.leads[lead].name, " ", run});
  }
  if (leads.empty()) return;
  say(recording.diagnostics, "padded-tail",
      {"The last samples sit at the digital minimum and look like padding: ", leads, " samples."});
}

std::size_t countAnnotations(const NamedBytes& file, const Header& header) {
  std::size_t count = 0;
  for (std::size_t record = 0; record < header.records; ++record)
    for (const Signal& signal : header.signals)
      if (signal.annotations)
        count += parseAnnotations(bytesOf(file, header, record, signal)).texts;
  return count;
}

const NamedBytes& pick(const FileSet& files) {
  const NamedBytes* found = nullptr;
  for (const NamedBytes& file : files) {
    if (edf::sniff(file.bytes) == Match::none) continue;
    if (found)
      reject("several-recordings",
             {found->name, " and ", file.name, " are both recordings; read one at a time."});
    found = &file;
  }
  if (files.empty()) reject("no-file", {"No file was given; choose an EDF or BDF file."});
  return found ? *found : files.front();
}

Match sniffSet(const FileSet& files) {
  Match best = Match::none;
  for (const NamedBytes& file : files) best = std::max(best, edf::sniff(file.bytes));
  return best;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pick(files);
  Header header = readHeader(file);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = header.format;
  recording.diagnostics = std::move(header.diagnostics);
  const Channels channels = chooseChannels(file, header, options, recording.diagnostics);
  Placement place;
  place.length = header.records * channels.samplesPerRecord;
  if (header.discontinuous) place = placeByTime(file, header, channels);
  if (!place.gaps.empty())
    recording.diagnostics.push_back(gapDiagnostic(place.gaps, channels.samplingRate));
  recording.samplingRate = channels.samplingRate;
  recording.length = place.length;
  for (const Channel& channel : channels.kept) recording.leads.push_back(channel.lead);
  decode(file, header, channels, place, recording);
  reportDuplicateLeads(recording);
  reportPadding(channels, recording);
  reportAnnotations(countAnnotations(file, header), recording);
  result.patient = readPatient(header);
  return result;
}

}  // namespace
}  // namespace edf

const Format& edfFormat() {
  static const Format format = {"edf", edf::sniffSet, nullptr, edf::read};
  return format;
}

}  // namespace ecg
