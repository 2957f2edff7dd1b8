#pragma once

#include "preprocess/formats/edf_header.h"

namespace ecg::edf {

/// Identity from the patient field (EDF+: code, sex, birth date, name; `X` where unknown) and the
/// start of the recording as ISO 8601.
Patient patientOf(const Header& header);

}  // namespace ecg::edf
