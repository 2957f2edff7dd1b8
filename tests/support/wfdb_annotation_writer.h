#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/wfdb_annotations.h"

namespace ecg::test {

/// An annotation by its mnemonic, which must be one of the standard's.
WfdbAnnotation annotationOf(std::int64_t sample, char symbol, const std::string& aux = "");

/// A wave: `(`, the peak's mnemonic and `)`, with `number` at all three.
std::vector<WfdbAnnotation> waveOf(std::int64_t onset, std::int64_t peak, std::int64_t offset,
                                   char symbol, int number = 0);

/// An annotation file in the MIT format.
std::string writeWfdbAnnotations(const std::vector<WfdbAnnotation>& annotations);

}  // namespace ecg::test
