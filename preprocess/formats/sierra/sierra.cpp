#include "preprocess/formats/sierra/sierra.h"

#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/sierra/beats.h"
#include "preprocess/formats/sierra/report.h"
#include "preprocess/formats/sierra/rhythm.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/document.h"
#include "preprocess/formats/xml/signals.h"

namespace ecg {
namespace sierra {
namespace {

constexpr const char* rootElement = "restingecgdata";

Match sniff(ByteView bytes) {
  return xml::rootName(bytes) == rootElement ? Match::certain : Match::none;
}

Match sniffFiles(const FileSet& files) { return sniffEach(files, sniff); }

void checkVersion(const xml::Element& root, const std::string& file) {
  if (root.name() != rootElement)
    reject("not-sierra", {file, " is XML with the root ", text::quoted(root.name()),
                          ", not Philips restingecgdata; choose the Philips export."});
  const xml::Element info = root.child("documentinfo");
  const std::string type = info.child("documenttype").text();
  const std::string version = info.child("documentversion").text();
  const bool known = version == "1.03" || version == "1.04" || version == "1.04.01";
  if ((type == "SierraECG" || type == "PhilipsECG") && known) return;
  reject(
      "unsupported-version",
      {file, " is a document of the type ", text::quoted(type), ", version ", text::quoted(version),
       ", and only SierraECG and PhilipsECG 1.03, 1.04 and 1.04.01 can be read; "
       "export it as one of these."});
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Philips recordings");
  const xml::Document document(file);
  const xml::Element root = document.root();
  checkVersion(root, file.name);
  const xml::Element waves = root.child("waveforms"), rhythm = waves.child("parsedwaveforms");
  if (!rhythm)
    reject("no-signal", {file.name,
                         " has no parsedwaveforms, so no ECG; export it with "
                         "its waveforms."});
  const xml::Element beats = waves.child("repbeats");
  std::vector<std::string> offered = {"rhythm"};
  if (canReadBeats(beats))
    offered.push_back("representative beats (" + std::to_string(beats.children("repbeat").size()) +
                      " leads)");
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "sierra-xml";
  const xml::Element signal = root.at("dataacquisition/signalcharacteristics");
  if (chooseRecording(file.name, offered, options, recording) == 0)
    readRhythm(file.name, rhythm, signal, options, recording);
  else
    readBeats(file.name, beats, recording);
  result.patient = readPatient(root);
  result.interpretation = readInterpretation(root, result.patient.comments);
  return result;
}

}  // namespace
}  // namespace sierra

const Format& sierraFormat() {
  static const Format format = {"sierra-xml", sierra::sniffFiles, nullptr, sierra::read, true};
  return format;
}

}  // namespace ecg
