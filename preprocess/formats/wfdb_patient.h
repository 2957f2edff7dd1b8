#pragma once

#include "preprocess/formats/wfdb_header.h"

namespace ecg::wfdb {

/// What the header's comments and record line say about the patient: age and sex in the spellings
/// of the PhysioNet databases (`<age>: 51`, `age: 81`, `#Sex: Male`), when the record was made, and
/// every comment as it stands.
Patient patientOf(const Header& header);

}  // namespace ecg::wfdb
