#include "preprocess/formats/schiller/schiller.h"

#include <algorithm>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/schiller/wavedata.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/scan.h"
#include "preprocess/formats/xml/signals.h"
#include "preprocess/formats/xml/timestamp.h"

namespace ecg {
namespace schiller {
namespace {

Match sniff(ByteView bytes) {
  constexpr std::size_t most = 1 << 16;
  constexpr std::string_view ending = "schillerEDI.SchillerEDI";
  const std::string root = xml::rootName(bytes);
  if (root.size() >= ending.size() &&
      root.compare(root.size() - ending.size(), ending.size(), ending) == 0)
    return Match::certain;
  if (root.empty()) return Match::none;
  const std::string start = xml::toUtf8({bytes.data, std::min(bytes.size, most)});
  for (const char* sign : {"<eventdata", "<wavedata", "<yres"})
    if (start.find(sign) == std::string::npos) return Match::none;
  return Match::possible;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

Patient readPatient(xml::Element root, xml::Element event) {
  Patient patient;
  const xml::Element who = root.child("patdata");
  const std::string first = who.child("firstname").text(), last = who.child("lastname").text();
  patient.name = sentence({first, (first.empty() || last.empty() ? "" : " "), last});
  patient.id = who.child("id").text();
  patient.birthDate = xml::isoTime(who.child("birthdate").text());
  patient.sex = who.child("gender").text();
  const xml::Element start = root.at("examdescript/startdatetime");
  const std::string date = start.child("date").text(), time = start.child("time").text();
  if (!date.empty()) patient.recordedAt = xml::isoTime(date + time);
  for (const xml::Element& note : event.children("textdata"))
    if (const std::string words = note.child("textdata").text(); !words.empty())
      patient.comments.push_back(words);
  return patient;
}

bool isOff(const std::string& value) {
  const std::string word = text::lower(value);
  return word.empty() || word == "off" || word == "0" || word == "none" || word == "no";
}

std::string filtersOf(xml::Element event) {
  std::string out;
  for (const xml::Element& filter : event.child("filters_data").children("filter")) {
    const std::string name = filter.child("name").text(), value = filter.child("value").text();
    if (isOff(value) || name.empty()) continue;
    out += sentence({(out.empty() ? "" : ", "), name.substr(0, 40), " ", value.substr(0, 20)});
  }
  return text::utf8(out);
}

std::size_t countAnnotations(const Wavedata& wavedata) {
  std::size_t count = wavedata.event.children("annotation_global").size() +
                      wavedata.event.children("rhythm_global").size();
  for (const xml::Element& channel : wavedata.element.children("channel"))
    count += channel.children("annotation_lead").size();
  return count;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Schiller recordings");
  const xml::Document document(file);
  const xml::Element root = document.root();
  const auto all = wavedataOf(root);
  if (all.empty())
    reject("no-signal", {file.name,
                         " has no wavedata with channels; get the original "
                         "file."});
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "schiller-xml";
  std::vector<std::string> offered;
  for (const Wavedata& each : all) offered.push_back(each.description);
  const Wavedata& chosen = all[chooseRecording(file.name, offered, options, recording)];
  readWavedata(file.name, chosen, options, recording);
  reportFilters(filtersOf(chosen.event), recording);
  reportAnnotations(countAnnotations(chosen), recording);
  result.patient = readPatient(root, chosen.event);
  return result;
}

}  // namespace
}  // namespace schiller

const Format& schillerFormat() {
  static const Format format = {"schiller-xml", schiller::sniffSet, nullptr, schiller::read, true};
  return format;
}

}  // namespace ecg
