#pragma once

#include "preprocess/formats/dicom/group.h"
#include "preprocess/formats/dicom/samples.h"
#include "preprocess/recording.h"

namespace ecg::dicom {

/// Says what the file says of a group's samples: `derived-waveform`, `filtered`, `skew`,
/// `unusual-lead`, `truncated-tail`, `trailing-bytes`, `duplicate-lead`.
void reportGroup(const Group& group, const Samples& samples, Recording& recording);

}  // namespace ecg::dicom
