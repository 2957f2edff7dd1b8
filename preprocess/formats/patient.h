#pragma once

#include <string>

#include "preprocess/recording.h"

namespace ecg {

/// "M" and "F" for the words of the formats; anything else as it is.
std::string canonicalSex(const std::string& stored);

/// Takes out who the recording is of: name, id, birth date, when it was recorded, free text. Kept
/// are the sex and the age, of which only that it is 90 or more where it is (HIPAA, 45 CFR
/// 164.514(b)(2)), and both only as far as they are that: a field of a file may hold more.
void deidentify(Patient& patient);

}  // namespace ecg
