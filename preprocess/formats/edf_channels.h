#pragma once

#include <vector>

#include "preprocess/formats/edf_header.h"

namespace ecg::edf {

/// A signal that becomes a lead, and how its digital values become the lead's unit.
struct Channel {
  std::size_t signal = 0;
  double digitalMin = 0, digitalMax = 0, physicalMin = 0, physicalMax = 0;
  double unitsPerMillivolt = 1;  ///< 1 for units that are no voltage
  Lead lead;

  float value(double digital) const {
    const double physical =
        (digital - digitalMin) * (physicalMax - physicalMin) / (digitalMax - digitalMin) +
        physicalMin;
    return static_cast<float>(physical / unitsPerMillivolt);
  }
};

struct Channels {
  std::vector<Channel> kept;
  double samplingRate = 0;           ///< Hz, of every kept channel
  std::size_t samplesPerRecord = 0;  ///< of every kept channel
};

/// Settles the rate of the recording and the signals that have it; says which others were left out.
///
/// @throws InputError `no-signal` (annotations only), `bad-header` (no usable calibration or
///   duration), `unit-unknown` (a signal labelled ECG without a unit, and none in `options`).
Channels chooseChannels(const NamedBytes& file, const Header& header, const ReadOptions& options,
                        std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::edf
