#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// The texts of section 8 and the codes and texts of section 11, one statement a line, as far as
/// their lengths are sound; never throws on account of their contents.
std::vector<std::string> readStatements(const Record& record);

}  // namespace ecg::scp
