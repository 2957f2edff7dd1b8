#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::wfdb {

/// The file of the set that a header means by `name`, by base name only: whatever path the header
/// or the set has is never followed. The directory of `besides` is preferred, and then the exact
/// case. Null where there is none.
///
/// @throws InputError `ambiguous-file` where several different files fit equally well.
const NamedBytes* findFile(const FileSet& files, const std::string& name,
                           const std::string& besides);

/// The headers that could be the record to read: by their bytes, and not named as a segment by
/// another header of the set.
std::vector<const NamedBytes*> rootHeaders(const FileSet& files);

}  // namespace ecg::wfdb
