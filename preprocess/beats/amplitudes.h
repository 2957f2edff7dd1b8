#pragma once

#include <cstddef>

#include "preprocess/beats/beat.h"
#include "preprocess/beats/delineate.h"

namespace ecg {

/// Measures a beat in one lead (`x`, n samples at `beatRate`), between the marks of all leads
/// together.
BeatAmplitudes amplitudesOf(const double* x, std::size_t n, const BeatMarks& beat);

}  // namespace ecg
