#pragma once

#include "preprocess/formats/dicom/group.h"
#include "preprocess/formats/dicom/samples.h"

namespace ecg::dicom {

/// What a channel's samples are worth: (sample x gain + offset) / divisor, in `unit`.
struct Scale {
  double gain = 1;     ///< Channel Sensitivity x Correction Factor, in the file's unit
  double offset = 0;   ///< Channel Baseline, in the file's unit
  double divisor = 1;  ///< the file's units per mV; 1 where the unit stays
  std::string unit = "mV";

  float value(double sample) const {
    return static_cast<float>((sample * gain + offset) / divisor);
  }
};

/// The scales of a group's channels. A voltage becomes mV, another unit stays; a lead without
/// either takes `ReadOptions::unitsPerMillivolt`, and another channel without either stays as
/// stored, with an empty unit.
///
/// @throws InputError `unit-unknown`, `bad-option`, `bad-header`.
std::vector<Scale> readScales(const Group& group, const Samples& samples,
                              const ReadOptions& options);

}  // namespace ecg::dicom
