#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/aecg/series.h"
#include "preprocess/formats/reader.h"

namespace ecg::aecg {

/// Who the recording is of, when it was made, and the free text that is kept apart with that.
Patient readPatient(xml::Element root, xml::Element series);

/// What filters the series of a set says were applied, "low pass 150 Hz, notch 60 Hz"; of a derived
/// series also those of the series that it is of. Empty where none is named.
std::string filtersOf(xml::Element root, const SequenceSet& set);

/// What a device or a reader wrote of the ECG, and how much of it was not read.
struct Annotations {
  std::vector<std::string> statements;  ///< of interpretation and rhythm, each once
  std::vector<std::string> comments;    ///< free text
  std::size_t others = 0;               ///< all other annotations: beats, waves, measurements
};
Annotations readAnnotations(xml::Element root);

}  // namespace ecg::aecg
