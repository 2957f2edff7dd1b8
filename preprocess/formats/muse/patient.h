#pragma once

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::muse {

/// Who a RestingECG element is of.
Patient readPatient(const xml::Element& root);

/// The statements of a RestingECG element, one a line: the confirmed ones, else the device's own.
std::vector<std::string> readStatements(const xml::Element& root);

/// Whether a statement says by whom the recording was read, and so names a person.
bool isSignature(std::string_view statement);

}  // namespace ecg::muse
