#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// Samples `first` to `last`, both counted from 1 on at the full rate.
struct Zone {
  std::size_t first = 0, last = 0;
};

/// A QRS complex from which the reference beat of its type was subtracted, within `zone`.
struct Beat {
  unsigned type = 0;  ///< 0: the one of section 5; others were not subtracted
  Zone zone;
  std::size_t fiducial = 0;
};

/// What section 4 says of the beats.
struct Beats {
  double referenceMs = 0;             ///< how long the reference beat is
  std::size_t referenceFiducial = 0;  ///< its sample at the fiducial point, from 1 on
  std::vector<Beat> all;
  std::vector<Zone> protectedZones;  ///< ascending and apart; bimodal compression left them alone
};

/// Reads section 4 as far as decoding needs it.
///
/// @param subtracted, bimodal whether reference beats were subtracted, and samples left out.
/// @throws InputError `bad-header`, `truncated`.
Beats readBeats(const Record& record, bool subtracted, bool bimodal);

}  // namespace ecg::scp
