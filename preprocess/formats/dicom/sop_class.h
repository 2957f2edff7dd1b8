#pragma once

#include <string>
#include <string_view>

namespace ecg::dicom {

/// What kind of object a DICOM file holds, by its SOP class.
enum class Kind {
  ecg,        ///< an electrocardiogram: its channels are leads unless they say otherwise
  waveform,   ///< signals among which there may be leads: hemodynamics, electrophysiology
  otherWave,  ///< signals of which none is expected to be a lead: sound, EEG, respiration
  noWave,     ///< an image, a report, a PDF
  unknown
};

Kind kindOf(std::string_view sopClass);

/// The name of a SOP class for a sentence: "CT Image Storage"; "SOP class 1.2.3" where it is not
/// among the common ones.
std::string sopClassName(std::string_view sopClass);

/// The name of a transfer syntax that is not read; its UID where it is not among the known ones.
std::string transferSyntaxName(std::string_view uid);

}  // namespace ecg::dicom
