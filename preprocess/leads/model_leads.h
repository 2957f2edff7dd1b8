#pragma once

#include <cstddef>
#include <string>

#include "preprocess/recording.h"

namespace ecg {

/// Which of the two networks a recording is for.
struct ModelLeads {
  std::size_t leads = 12;  ///< 12 or 1: the network
  std::string lead;    ///< for `singleLead`, of the 1-lead network; empty where none can be used
  std::string reason;  ///< one sentence for people, with the leads that are missing
};

/// 12 where `twelveLeads` would succeed, else 1 with the lead that stands nearest to lead I.
///
/// That is lead I, stored or derived; else the only ECG lead (in mV); else the first that is stored
/// of II, -aVR, MLI, MLII, CM5, V6, V5, V4, aVL, aVF, III, V3, V2, V1, and then the first in the
/// file's order that has a name. The order is that of likeness to lead I, which looks from the left
/// (0 degrees) and is mostly upright: first what looks along the heart's axis, then the left of the
/// chest, then the rest; aVL is on the left too, but small. aVR, upside down, comes last. It does
/// not throw.
ModelLeads modelLeads(const Recording& recording);

}  // namespace ecg
