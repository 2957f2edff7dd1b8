#include "preprocess/formats/mortara/mortara.h"

#include <algorithm>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/mortara/channel.h"
#include "preprocess/formats/mortara/patient.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/scan.h"

namespace ecg {
namespace mortara {
namespace {

Match sniff(ByteView bytes) {
  constexpr std::size_t most = 1 << 16;
  if (xml::rootName(bytes) != "ECG") return Match::none;
  const std::string start = xml::toUtf8({bytes.data, std::min(bytes.size, most)});
  for (const char* sign : {"<CHANNEL ", "UNITS_PER_MV=", "ACQUISITION_TIME="})
    if (start.find(sign) != std::string::npos) return Match::certain;
  return Match::possible;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

std::string describe(const char* kind, std::size_t leads) {
  return sentence({kind, " (", leads, (leads == 1 ? " lead)" : " leads)")});
}

/// The leads of each recording in the file: all channels, then the typical cycle's.
struct Contents {
  std::vector<std::vector<Stored>> recordings;
  std::vector<std::string> offered;
};

Contents contentsOf(xml::Element root) {
  Contents contents;
  const auto add = [&](std::vector<Stored> leads, const char* kind) {
    if (leads.empty()) return;
    contents.offered.push_back(describe(kind, leads.size()));
    contents.recordings.push_back(std::move(leads));
  };
  std::vector<Stored> rhythm, beat;
  for (const xml::Element& channel : root.children("CHANNEL")) rhythm.push_back({channel, channel});
  const xml::Element cycle = root.child("TYPICAL_CYCLE");
  for (const xml::Element& channel : cycle.children("TYPICAL_CYCLE_CHANNEL"))
    beat.push_back({channel, cycle});
  add(std::move(rhythm), "rhythm");
  add(std::move(beat), "typical cycle");
  return contents;
}

void readLeads(const std::string& file, const std::vector<Stored>& leads,
               const ReadOptions& options, Recording& recording) {
  recording.samplingRate = samplingRate(file, leads.front());
  std::vector<xml::Signal> signals;
  for (const Stored& stored : leads) {
    const double rate = samplingRate(file, stored);
    if (rate != recording.samplingRate) {
      say(recording.diagnostics, "other-rate",
          {attributeOf(stored.channel, "NAME"), " at ", text::number(rate),
           " Hz was left out; the recording has ", text::number(recording.samplingRate), " Hz."});
      continue;
    }
    signals.push_back(readChannel(file, stored, options));
  }
  xml::putSignals(file, std::move(signals), options, recording);
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Mortara recordings");
  const xml::Document document(file);
  const xml::Element root = document.root();
  const Contents contents = contentsOf(root);
  if (contents.recordings.empty())
    reject("no-signal", {file.name,
                         " has no CHANNEL with samples; get the original "
                         "file."});
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "mortara-xml";
  const std::size_t chosen = chooseRecording(file.name, contents.offered, options, recording);
  readLeads(file.name, contents.recordings[chosen], options, recording);
  reportFilters(filtersOf(root), recording);
  result.interpretation = statements(root);
  result.patient = readPatient(root);
  return result;
}

}  // namespace
}  // namespace mortara

const Format& mortaraFormat() {
  static const Format format = {"mortara-xml", mortara::sniffSet, nullptr, mortara::read, true};
  return format;
}

}  // namespace ecg
