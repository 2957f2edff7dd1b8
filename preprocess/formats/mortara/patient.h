#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::mortara {

/// Of SUBJECT, or else of the DEMOGRAPHIC_FIELDs.
Patient readPatient(xml::Element root);

/// The statements of AUTOMATIC_INTERPRETATION, each with its reason in brackets.
std::vector<std::string> statements(xml::Element root);

/// What filters SOURCE names, as a diagnostic's sentence; empty where it names none.
std::string filtersOf(xml::Element root);

}  // namespace ecg::mortara
