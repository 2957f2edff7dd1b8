#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// The QRS complexes in an envelope (`qrsEnvelope`, at `beatRate`) over so many leads: indices,
/// ascending.
///
/// Peaks at least 200 ms apart are candidates. A candidate is a QRS where it exceeds a threshold
/// between the level of the beats around it and that of the noise, as in Pan and Tompkins 1985, but
/// with what comes after it known too; where two beats are further apart than 1.7 times their
/// neighbours, the highest candidate between them counts from half the threshold on. A peak in the
/// 360 ms after one twice as high is its T wave. Where the peaks of some seconds exceed the valleys
/// beside them less than twofold (2.5 times in a single lead), they are noise.
std::vector<std::size_t> qrsPeaks(const std::vector<double>& envelope, std::size_t leads);

}  // namespace ecg
