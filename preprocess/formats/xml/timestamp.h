#pragma once

#include <string>
#include <string_view>

namespace ecg::xml {

/// A time as HL7 and the vendors write it (YYYYMMDDhhmmss.ffff+zzzz, from the right as much of it
/// as is known) as ISO 8601: `2002-11-22T09:10:00`. A time of zeros only is empty, any other text
/// comes back as it is.
std::string isoTime(std::string_view stored);

}  // namespace ecg::xml
