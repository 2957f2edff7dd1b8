#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::sierra {

/// Who and when, from generalpatientdata and dataacquisition; "---" stands for nothing.
Patient readPatient(const xml::Element& root);

/// The severity and the statements, a line each, "SINUS RHYTHM; normal P axis, V-rate 60-99". The
/// signature line, which names a clinician, goes to the comments.
std::vector<std::string> readInterpretation(const xml::Element& root,
                                            std::vector<std::string>& comments);

}  // namespace ecg::sierra
