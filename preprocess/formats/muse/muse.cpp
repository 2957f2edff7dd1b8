#include "preprocess/formats/muse/muse.h"

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/muse/demographics.h"
#include "preprocess/formats/muse/waveform.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/document.h"

namespace ecg {
namespace muse {
namespace {

constexpr const char* rootElement = "RestingECG";

Match sniff(ByteView bytes) {
  return xml::rootName(bytes) == rootElement ? Match::certain : Match::none;
}

Match sniffFiles(const FileSet& files) { return sniffEach(files, sniff); }

std::size_t countAnnotations(const xml::Element& root) {
  std::size_t count = root.child("QRSTimesTypes").children("QRS").size();
  for (const xml::Element& spikes : root.findAll("PaceSpikes")) {
    bool inside = false;
    for (const char c : spikes.child("IndexOffsets").text()) {
      const bool mark = c > ' ' && c != ',';
      count += mark && !inside;
      inside = mark;
    }
  }
  return count;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "MUSE recordings");
  const xml::Document document(file);
  const xml::Element root = document.root();
  if (root.name() != rootElement)
    reject("not-muse", {file.name, " is XML with the root ", text::quoted(root.name()),
                        ", not a MUSE RestingECG; choose the MUSE export."});
  const auto waveforms = waveformsOf(root);
  if (waveforms.empty())
    reject("no-signal", {file.name,
                         " has no Waveform with LeadData, so no ECG; export "
                         "it with its waveforms."});
  std::vector<std::string> offered;
  for (const xml::Element& each : waveforms) offered.push_back(describe(each));

  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "muse-xml";
  const std::size_t chosen = chooseRecording(file.name, offered, options, recording);
  readWaveform(file.name, waveforms[chosen], options, recording);
  reportAnnotations(countAnnotations(root), recording);
  result.patient = readPatient(root);
  result.interpretation = readDiagnosis(root, result.patient.comments);
  return result;
}

}  // namespace
}  // namespace muse

const Format& museFormat() {
  static const Format format = {"muse-xml", muse::sniffFiles, nullptr, muse::read, true};
  return format;
}

}  // namespace ecg
