#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/dicom/charset.h"
#include "preprocess/formats/reader.h"

namespace ecg::dicom {

/// The patient and when the ECG was recorded (PS3.3, C.7.1.1): the acquisition's date and time,
/// else the content's, else the study's.
Patient readPatient(const DataSet& root, const Charset& charset);

/// Takes the device's statements from the Waveform Annotation Sequence (0040,B020): the text values
/// that are of no one sample or range. Counts the others in a diagnostic `annotations`.
void readAnnotations(const DataSet& root, const Charset& charset, ReadResult& result);

}  // namespace ecg::dicom
