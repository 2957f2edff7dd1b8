#pragma once

#include <string>

namespace ecg::mfer {

inline constexpr int statusCode = 4160;  ///< the code of a channel of status bits

/// The lead that a code of MWF_LDN means in a waveform of a type of MWF_WFM; empty where it means
/// none, as in an EEG.
std::string leadOfCode(int code, int waveform);

/// A type of MWF_WFM in words: "standard 12-lead ECG"; "waveforms of type 77" where it has no name.
std::string waveformName(int waveform);

/// The unit of a code of MWF_SEN: "V" is 0; "unit 77" where it is not known.
std::string unitOfCode(int code);

}  // namespace ecg::mfer
