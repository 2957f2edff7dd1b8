#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ecg::csv {

/// The sampling rate in Hz that comment lines state: `sampling rate: 500`, `fs=500 Hz`,
/// `Sampling Rate (Hz):= 1000.00`, `"sampling rate": 1000`.
///
/// @throws InputError `rate-mismatch` where two of them differ by more than 1 %.
std::optional<double> rateOfComments(const std::string& file,
                                     const std::vector<std::string>& comments);

}  // namespace ecg::csv
