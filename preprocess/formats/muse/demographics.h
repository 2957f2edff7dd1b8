#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::muse {

/// Who and when, from PatientDemographics and TestDemographics. Dates are written MM-DD-YYYY there
/// and ISO 8601 here; a date that is no such date stays as it is stored.
Patient readPatient(const xml::Element& root);

/// The statements of the diagnosis, one line each (a statement goes on until the flag ENDSLINE).
/// Lines that name a clinician ("Confirmed by ...") go to the comments.
std::vector<std::string> readDiagnosis(const xml::Element& root,
                                       std::vector<std::string>& comments);

}  // namespace ecg::muse
