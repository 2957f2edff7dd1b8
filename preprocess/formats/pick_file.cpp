#include "preprocess/formats/pick_file.h"

#include <algorithm>

namespace ecg {

const NamedBytes& pickFile(const FileSet& files, Match (*sniff)(ByteView), const char* format) {
  if (files.empty()) reject("no-file", {"No file was given; choose an ECG recording."});
  const NamedBytes* found = nullptr;
  for (const NamedBytes& file : files) {
    if (sniff(file.bytes) == Match::none) continue;
    if (found)
      reject("several-recordings",
             {found->name, " and ", file.name, " are both ", format, "; read one at a time."});
    found = &file;
  }
  return found ? *found : files.front();
}

Match sniffEach(const FileSet& files, Match (*sniff)(ByteView)) {
  Match best = Match::none;
  for (const NamedBytes& file : files) best = std::max(best, sniff(file.bytes));
  return best;
}

}  // namespace ecg
