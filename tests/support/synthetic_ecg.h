#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "preprocess/recording.h"

namespace ecg::testing {

/// What a synthetic recording is made from; tests/golden/synthetic_ecg.py is the same in Python.
struct SyntheticEcg {
  std::uint64_t seed = 1;
  std::int64_t rateMilliHz = 500000;
  std::size_t samples = 5000;
  std::size_t leads = 12;       ///< 12, or 1 for lead I alone
  std::string damage = "none";  ///< none, scattered, gap, flat-lead, all-flat
};

/// A synthetic ECG with P, QRS and T, 50 Hz hum, a wandering baseline, an offset and noise. Made in
/// integers and quantised to 1/1024 mV, so that C++ and Python give the same bits. Damage: NaN at
/// one sample in some 97 (`scattered`) or for a twentieth of the leads 1, 4, 7, 10 (`gap`), lead 5
/// (or 0, if alone) zero (`flat-lead`), every lead zero (`all-flat`).
Recording syntheticEcg(const SyntheticEcg& spec);

/// SplitMix64's output for a state: a hash of 64 bits.
std::uint64_t splitMix64(std::uint64_t state);

}  // namespace ecg::testing
