#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/dicom/data_set.h"

namespace ecg::dicom {

/// A DICOM file opened: its data set and what kind of object that is.
struct File {
  DataSet data;
  std::string sopClass;
  std::vector<Diagnostic> diagnostics;
};

/// How sure the bytes are a DICOM file: `certain` by the DICM mark after the preamble, or where the
/// first few data elements are written as DICOM's are and one of them is a SOP class of its.
Match sniff(ByteView bytes);

/// Opens a file with or without preamble and file meta information (PS3.10).
///
/// Diagnostics: `transfer-syntax` where the data set is not written as the file says it is.
///
/// @throws InputError `not-dicom`, `unsupported-transfer-syntax`, `bad-header`, `truncated`.
File openFile(const NamedBytes& file);

}  // namespace ecg::dicom
