#pragma once

#include "preprocess/formats/edf_header.h"

namespace ecg::edf {

/// Who and when, from the header's identification fields: the EDF+ subfields (code, sex, birth
/// date, name, start date), or of plain EDF the whole patient field as the id. Dates as ISO 8601.
Patient readPatient(const Header& header);

}  // namespace ecg::edf
