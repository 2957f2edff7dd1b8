#include "preprocess/formats/hdf5/hdf5.h"

#include <string_view>

#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace hdf5 {
namespace {

constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
constexpr std::string_view matlab = "MATLAB 7.3 MAT-file";

/// The signature is at byte 0, or after a block of the user's at 512, 1024, 2048, ...
Match sniff(ByteView bytes) {
  const std::string_view text = text::view(bytes);
  if (text.substr(0, matlab.size()) == matlab) return Match::certain;
  for (std::size_t at = 0; at < text.size(); at = at ? 2 * at : 512) {
    if (text.substr(at, signature.size()) == signature) return Match::certain;
    if (at > text.size() / 2) break;
  }
  return Match::none;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

ReadResult read(const FileSet& files, const ReadOptions&) {
  const NamedBytes& file = pickFile(files, sniff, "HDF5 files");
  if (text::view(file.bytes).substr(0, matlab.size()) == matlab)
    reject("unsupported-hdf5", {file.name,
                                " is a MATLAB file of version 7.3 (HDF5), which is not read; in "
                                "MATLAB load it and save it again with save(name, '-v7')."});
  reject("unsupported-hdf5", {file.name,
                              " is an HDF5 file, which is not read; save its samples as a NumPy "
                              "array (numpy.save in Python) or as CSV."});
}

}  // namespace
}  // namespace hdf5

const Format& hdf5Format() {
  static const Format format = {"hdf5", hdf5::sniffSet, nullptr, hdf5::read};
  return format;
}

}  // namespace ecg
