#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg {

/// The format that fits the bytes best, or null where none does. Of formats that fit equally well
/// the one whose extension a file has wins, then the more specific one.
const Format* pickFormat(const FileSet& files);

/// How a message names each format that can be read: "DICOM waveforms (.dcm)", ...
std::vector<std::string> readableFormats();

}  // namespace ecg
