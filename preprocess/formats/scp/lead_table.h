#pragma once

#include <string>

namespace ecg::scp {

/// The name of a lead code (EN 1064, table 4), "-aVR" and "dV1" (derived) among them; empty for 0,
/// which is no lead, and for codes above 151.
std::string leadName(unsigned code);

}  // namespace ecg::scp
