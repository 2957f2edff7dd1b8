#include "preprocess/formats/reader.h"

#include "preprocess/formats/collection.h"
#include "preprocess/formats/patient.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/registry.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb.h"

namespace ecg {
namespace {

/// "x.csv", or "x.csv and 2 more files".
std::string nameOf(const FileSet& files) {
  const std::size_t more = files.size() - 1;
  if (more == 0) return files.front().name;
  return sentence({files.front().name, " and ", more, (more == 1 ? " more file" : " more files")});
}

[[noreturn]] void refuse(const Collection& collection) {
  const FileSet& files = collection.files();
  if (files.empty())
    reject("no-signal", {"The ZIP holds no file that can be read; choose another."});
  for (const NamedBytes& file : files)
    if (file.bytes.size == 0)
      reject("empty", {file.name, " is empty (0 bytes); get the original file."});
  const auto headers = wfdbHeadersFor(files);
  if (!headers.empty())
    reject("missing-file", {"The content of ", nameOf(files),
                            " is of no format that can be read by itself; if this "
                            "is WFDB signal data, add its header ",
                            headers.front(), "."});
  std::string readable;
  for (const std::string& format : readableFormats())
    readable += (readable.empty() ? "" : ", ") + format;
  reject("unsupported-format", {"The content of ", nameOf(files),
                                " is of no format that can be read; choose one of: ", readable,
                                ", or a ZIP or folder of these."});
}

void reportSkipped(const Collection& collection, std::vector<Diagnostic>& diagnostics) {
  const auto& names = collection.skipped();
  if (!names.empty())
    say(diagnostics, "skipped",
        {"Files that are no part of a recording were passed over: ", text::listOf(names), "."});
}

}  // namespace

ReadResult readRecording(const FileSet& files, const ReadOptions& options) {
  if (files.empty()) reject("empty", {"No file was given; choose an ECG recording."});
  const Collection collection(files);
  const auto& recordings = collection.recordings();
  if (recordings.empty()) refuse(collection);
  Recording choice;
  ReadOptions inside = options;
  std::size_t chosen = 0;
  if (recordings.size() > 1) {
    std::vector<std::string> offered;
    for (const auto& each : recordings) offered.push_back(each.files.front().name);
    chosen = chooseRecording(nameOf(files), offered, options, choice);
    inside.recording = 1;
  }
  const auto& [format, ownFiles] = recordings[chosen];
  if (inside.recording != 1 && !format->severalInOne)
    reject("no-such-recording", {nameOf(files), " holds one recording, not one numbered ",
                                 inside.recording, "; leave the number out."});
  ReadResult result = format->read(ownFiles, inside);
  result.patient.sex = canonicalSex(result.patient.sex);
  Recording& recording = result.recording;
  reportSkipped(collection, choice.diagnostics);
  recording.diagnostics.insert(recording.diagnostics.begin(), choice.diagnostics.begin(),
                               choice.diagnostics.end());
  if (!choice.offered.empty()) {
    recording.offered = std::move(choice.offered);
    recording.number = choice.number;
  }
  return result;
}

std::vector<std::string> missingFiles(const FileSet& files) {
  const Collection collection(files);
  if (collection.recordings().empty()) return wfdbHeadersFor(files);
  std::vector<std::string> names;
  for (const auto& [format, ownFiles] : collection.recordings())
    if (format->missing)
      for (std::string& name : format->missing(ownFiles)) names.push_back(std::move(name));
  return names;
}

}  // namespace ecg
