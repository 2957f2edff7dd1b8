#include "preprocess/formats/mat/mat.h"

#include <utility>

#include "preprocess/formats/arrays/assemble.h"
#include "preprocess/formats/mat/mat4.h"
#include "preprocess/formats/mat/mat5.h"
#include "preprocess/formats/pick_file.h"

namespace ecg {
namespace mat {
namespace {

Match sniff(ByteView bytes) {
  const Match level5 = sniffLevel5(bytes);
  if (level5 != Match::none) return level5;
  return isLevel4(bytes) ? Match::possible : Match::none;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

/// The name of the WFDB header that belongs to a file: "A0001.hea".
std::string headerOf(const std::string& file) {
  const std::string base = file.substr(file.find_last_of("/\\") + 1);
  return base.substr(0, base.find_last_of('.')) + ".hea";
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "MATLAB files");
  arrays::Source source{file.name, "mat", {}};
  if (sniffLevel5(file.bytes) != Match::none) {
    readLevel5(file, source.contents);
  } else {
    readLevel4(file, source.contents);
    if (isPhysioNet(source.contents))
      source.contents.advice = ", or add its WFDB header " + headerOf(file.name);
  }
  return arrays::assemble(std::move(source), options);
}

}  // namespace
}  // namespace mat

const Format& matFormat() {
  static const Format format = {"mat", mat::sniffSet, nullptr, mat::read, true};
  return format;
}

}  // namespace ecg
