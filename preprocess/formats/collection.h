#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg {

/// The recordings in a set of files, whatever it is: one file, a drop of several, a folder, a ZIP.
///
/// A ZIP (APPNOTE 6.3; NumPy's are no archive here) stands for what is in it, under the name
/// "archive.zip/inside.edf"; ZIPs within it, entries that cannot be unpacked, and what systems add
/// (`__MACOSX/`, names that begin with a dot) are passed over. All that is unpacked has at most
/// `mostInflated` bytes (deflate/inflate.h).
class Collection {
 public:
  struct Recording {
    const Format* format;
    FileSet files;  ///< the first is the one that was recognised
  };

  /// @throws InputError `bad-zip`, `truncated`, `bad-deflate`, `checksum-failed` for a damaged ZIP;
  ///   `ambiguous-file`.
  explicit Collection(const FileSet& files);

  /// Those of which a format is certain first, and otherwise in the order of the files.
  const std::vector<Recording>& recordings() const { return recordings_; }
  /// All files, those in ZIPs in the place of these.
  const FileSet& files() const { return files_; }
  /// Names of files that belong to no recording.
  const std::vector<std::string>& skipped() const { return skipped_; }

 private:
  void unpack(const NamedBytes& archive);
  void find();

  std::deque<std::vector<std::uint8_t>> unpacked_;
  FileSet files_;
  std::vector<Recording> recordings_;
  std::vector<std::string> skipped_;
};

}  // namespace ecg
