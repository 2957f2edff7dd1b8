#pragma once

#include <cstdint>
#include <vector>

#include "preprocess/formats/wfdb_header.h"

namespace ecg::wfdb {

/// The signals that share one signal file, interleaved frame by frame.
struct Group {
  const NamedBytes* file = nullptr;
  std::vector<std::size_t> signals;   ///< indices into the header's
  std::uint64_t samplesPerFrame = 0;  ///< of all of them
};

/// The signals of a header by their signal files.
///
/// @throws InputError `missing-file`, `ambiguous-file`, `bad-header` where a file has two formats.
std::vector<Group> groupByFile(const Header& header, const FileSet& files);

}  // namespace ecg::wfdb
