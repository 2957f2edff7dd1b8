#include "preprocess/formats/aecg/aecg.h"

#include "preprocess/formats/aecg/notes.h"
#include "preprocess/formats/aecg/sequence.h"
#include "preprocess/formats/aecg/series.h"
#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/xml/document.h"
#include "preprocess/formats/xml/signals.h"

namespace ecg {
namespace aecg {
namespace {

Match sniff(ByteView bytes) {
  return xml::rootName(bytes) == "AnnotatedECG" ? Match::certain : Match::none;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

void readSamples(const Source& source, xml::Element set, Recording& recording) {
  recording.samplingRate = samplingRate(source, set);
  std::vector<xml::Signal> signals;
  for (const xml::Element& sequence : sequences(set))
    if (!isTime(sequence)) signals.push_back(readLead(source, sequence, signals.size() + 1));
  xml::putSignals(source.file, std::move(signals), source.options, recording);
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "HL7 aECG recordings");
  const xml::Document document(file);
  const xml::Element root = document.root();
  const auto sets = sequenceSets(root);
  if (sets.empty())
    reject("no-signal", {file.name,
                         " has no sequence set with leads in any of its "
                         "series; get the original file."});
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "hl7-aecg";
  std::vector<std::string> offered;
  for (const SequenceSet& set : sets) offered.push_back(set.description);
  const SequenceSet& set = sets[chooseRecording(file.name, offered, options, recording)];
  readSamples({file.name, options}, set.element, recording);
  reportFilters(filtersOf(root, set), recording);
  Annotations annotations = readAnnotations(root);
  reportAnnotations(annotations.others, recording);
  result.interpretation = std::move(annotations.statements);
  result.patient = readPatient(root, set.series);
  for (std::string& comment : annotations.comments)
    result.patient.comments.push_back(std::move(comment));
  return result;
}

}  // namespace
}  // namespace aecg

const Format& aecgFormat() {
  static const Format format = {"hl7-aecg", aecg::sniffSet, nullptr, aecg::read, true};
  return format;
}

}  // namespace ecg
