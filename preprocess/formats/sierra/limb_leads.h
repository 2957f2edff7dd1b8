#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::sierra {

/// Puts III, aVR, aVL and aVF together again, which XLI stores as what differs from the leads that
/// I and II give (halves rounded down): III = II - I - d, aVR = -floor((I + II) / 2) - d,
/// aVL = floor((I - III) / 2) - d, aVF = floor((II + III) / 2) - d.
///
/// Done where the first six leads are the limb leads in their order; without III, aVR, aVL and aVF
/// there is nothing to do.
/// @throws InputError `unsupported-leads` where one of the four stands elsewhere, since it is not
///   known how it is stored then.
void restoreLimbLeads(const std::vector<std::string>& names,
                      std::vector<std::vector<std::int32_t>>& leads, const std::string& file);

}  // namespace ecg::sierra
