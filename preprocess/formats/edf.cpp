#include "preprocess/formats/edf.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <string>

#include "preprocess/formats/edf_annotations.h"
#include "preprocess/formats/edf_header.h"
#include "preprocess/formats/edf_patient.h"
#include "preprocess/formats/units.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace {

using edf::Header;
using edf::Signal;

constexpr double paddedTailSeconds = 0.1;
/// Gaps are held as NaN: a small file that claims a year of them is refused.
constexpr double mostGapFactor = 64;

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string hertz(double rate) {
  std::string text = std::to_string(rate);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + " Hz";
}

bool isEcg(const Signal& signal) {
  return millivoltsPer(signal.unit) && isStandardLead(canonicalLeadName(signal.label));
}

/// Samples a record of the ECG: those of the recognised leads, else of the voltages, else of most.
std::uint64_t commonSamples(const Header& header) {
  for (const auto wanted : {+[](const Signal& s) { return isEcg(s); },
                            +[](const Signal& s) { return millivoltsPer(s.unit).has_value(); },
                            +[](const Signal&) { return true; }}) {
    std::map<std::uint64_t, std::size_t> votes;
    for (const Signal& signal : header.signals)
      if (!signal.annotations && signal.samplesPerRecord > 0 && wanted(signal))
        ++votes[signal.samplesPerRecord];
    std::uint64_t best = 0;
    for (const auto& [samples, count] : votes)
      if (best == 0 || count >= votes[best]) best = samples;
    if (best > 0) return best;
  }
  throw InputError("no-signal", header.fileName +
                                    " holds no signal, only annotations; choose the file that "
                                    "has the ECG.");
}

std::vector<const Signal*> chooseSignals(const Header& header, std::uint64_t samples,
                                         std::vector<Diagnostic>& diagnostics) {
  std::vector<const Signal*> chosen;
  std::vector<std::string> others;
  for (const Signal& signal : header.signals) {
    if (signal.annotations) continue;
    if (signal.samplesPerRecord == samples) chosen.push_back(&signal);
    else
      others.push_back(signal.label + " (" +
                       hertz(static_cast<double>(signal.samplesPerRecord) / header.recordSeconds) +
                       ")");
  }
  if (!others.empty())
    diagnostics.push_back(
        {"other-rate", "Signals of another sampling rate were left out: " + listed(others) + "."});
  return chosen;
}

/// The start of every data record, in samples from the start of the first one.
struct Timeline {
  std::vector<std::uint64_t> starts;
  std::uint64_t length = 0;
  std::uint64_t annotations = 0;
};

std::string_view annotationBytes(const NamedBytes& file, const Header& header, const Signal& signal,
                                 std::uint64_t record) {
  const std::uint64_t at = header.headerBytes + record * header.recordBytes + signal.offset;
  return {reinterpret_cast<const char*>(file.bytes.data) + at,
          static_cast<std::size_t>(signal.samplesPerRecord * header.bytesPerSample())};
}

edf::RecordNotes notesOf(const NamedBytes& file, const Header& header, std::uint64_t record) {
  edf::RecordNotes all;
  for (const Signal& signal : header.signals) {
    if (!signal.annotations) continue;
    const auto notes = edf::scanAnnotations(annotationBytes(file, header, signal, record));
    if (!all.onsetSeconds) all.onsetSeconds = notes.onsetSeconds;
    all.annotations += notes.annotations;
  }
  return all;
}

Timeline timelineOf(const NamedBytes& file, const Header& header, std::uint64_t samples) {
  Timeline timeline;
  const double rate = static_cast<double>(samples) / header.recordSeconds;
  double first = 0;
  for (std::uint64_t record = 0; record < header.records; ++record) {
    const edf::RecordNotes notes = notesOf(file, header, record);
    timeline.annotations += notes.annotations;
    std::uint64_t start = timeline.length;
    if (header.discontinuous) {
      const std::string where = file.name + ", data record " + std::to_string(record + 1);
      if (!notes.onsetSeconds)
        throw InputError("malformed", where + ": this EDF+D file does not say when the record "
                                              "starts; export the file again.");
      if (record == 0) first = *notes.onsetSeconds;
      const double at = std::round((*notes.onsetSeconds - first) * rate);
      if (at + 1 < static_cast<double>(timeline.length))
        throw InputError("malformed", where + " starts at " + std::to_string(*notes.onsetSeconds) +
                                          " s, before the one ahead of it ends; export the file "
                                          "again.");
      if (at > mostGapFactor * static_cast<double>(header.records * samples) + 1e6)
        throw InputError("too-large", where + " starts at " + std::to_string(*notes.onsetSeconds) +
                                          " s, after a gap that is too long to hold; cut the file "
                                          "into its parts.");
      start = std::max(timeline.length, static_cast<std::uint64_t>(at));
    }
    timeline.starts.push_back(start);
    timeline.length = start + samples;
  }
  return timeline;
}

std::int32_t sampleAt(const std::uint8_t* bytes, bool bdf) {
  if (!bdf) return static_cast<std::int16_t>(bytes[0] | bytes[1] << 8);
  const std::uint32_t value = static_cast<std::uint32_t>(bytes[0]) << 8 |
                              static_cast<std::uint32_t>(bytes[1]) << 16 |
                              static_cast<std::uint32_t>(bytes[2]) << 24;
  return static_cast<std::int32_t>(value) >> 8;
}

/// Decodes one signal into `to`; returns how many samples at the end sit at the digital minimum.
std::uint64_t decode(const NamedBytes& file, const Header& header, const Signal& signal,
                     const Timeline& timeline, float* to) {
  const double scale =
      (signal.physicalMax - signal.physicalMin) / (signal.digitalMax - signal.digitalMin);
  const double unit = millivoltsPer(signal.unit).value_or(1);
  std::uint64_t tail = 0;
  for (std::uint64_t record = 0; record < header.records; ++record) {
    const std::uint8_t* from = file.bytes.data + header.headerBytes + record * header.recordBytes +
                               signal.offset;
    float* out = to + timeline.starts[record];
    for (std::uint64_t i = 0; i < signal.samplesPerRecord; ++i, from += header.bytesPerSample()) {
      const double digital = sampleAt(from, header.bdf);
      tail = digital == signal.digitalMin ? tail + 1 : 0;
      out[i] = static_cast<float>(((digital - signal.digitalMin) * scale + signal.physicalMin) *
                                  unit);
    }
  }
  return tail;
}

void sayGaps(const Timeline& timeline, std::uint64_t samples, Recording& recording) {
  std::uint64_t expected = 0, gaps = 0, missing = 0;
  std::string places;
  for (const std::uint64_t start : timeline.starts) {
    if (start > expected) {
      missing += start - expected;
      if (++gaps <= 5)
        places += (places.empty() ? "" : ", ") +
                  std::to_string(static_cast<double>(expected) / recording.samplingRate) + " s";
    }
    expected = start + samples;
  }
  if (gaps > 0)
    recording.diagnostics.push_back(
        {"gap", "The recording was interrupted " + std::to_string(gaps) + " times (" +
                    std::to_string(missing) + " samples missing), at " + places +
                    (gaps > 5 ? " and later" : "") + "."});
}

ReadResult read(const FileSet& files, const ReadOptions&) {
  const NamedBytes* file = nullptr;
  for (const NamedBytes& candidate : files) {
    if (!edf::looksLikeEdf(candidate.bytes)) continue;
    if (file)
      throw InputError("several-recordings", "Several EDF recordings were given (" + file->name +
                                                 ", " + candidate.name + "); give one at a time.");
    file = &candidate;
  }
  const Header header = edf::parseHeader(*file);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = std::string(header.bdf ? "bdf" : "edf") + (header.plus ? "+" : "");
  recording.diagnostics = header.diagnostics;

  const std::uint64_t samples = commonSamples(header);
  if (!(header.recordSeconds > 0))
    throw InputError("malformed", file->name +
                                      ": a data record lasts no time, so the sampling rate is "
                                      "unknown; export the file again.");
  if (header.records == 0)
    throw InputError("no-signal", file->name + " holds no data record; choose another file.");
  recording.samplingRate = static_cast<double>(samples) / header.recordSeconds;
  const auto signals = chooseSignals(header, samples, recording.diagnostics);
  const Timeline timeline = timelineOf(*file, header, samples);
  recording.length = timeline.length;
  recording.samples.assign(signals.size() * recording.length,
                           std::numeric_limits<float>::quiet_NaN());

  std::vector<std::string> padded;
  for (const Signal* signal : signals) {
    const std::size_t index = recording.leads.size();
    recording.leads.push_back({canonicalLeadName(signal->label), signal->label,
                               millivoltsPer(signal->unit) ? "mV" : signal->unit});
    const std::uint64_t tail = decode(*file, header, *signal, timeline, recording.lead(index));
    if (static_cast<double>(tail) >= paddedTailSeconds * recording.samplingRate)
      padded.push_back(recording.leads.back().name + " (" + std::to_string(tail) + " samples)");
  }
  if (!padded.empty())
    recording.diagnostics.push_back(
        {"padded-tail", "The end sits at the digital minimum, which looks like padding: " +
                            listed(padded) + "."});
  if (timeline.annotations > 0)
    recording.diagnostics.push_back(
        {"annotations", std::to_string(timeline.annotations) + " annotations were left unread."});
  sayGaps(timeline, samples, recording);
  result.patient = edf::patientOf(header);
  return result;
}

Match sniff(const FileSet& files) {
  for (const NamedBytes& file : files)
    if (edf::looksLikeEdf(file.bytes)) return Match::certain;
  return Match::none;
}

}  // namespace

const Format& edfFormat() {
  static const Format format = {"edf", sniff, nullptr, read};
  return format;
}

}  // namespace ecg
