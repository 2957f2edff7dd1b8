#pragma once

#include <string>
#include <vector>

#include "preprocess/quality/defect.h"
#include "preprocess/quality/quality.h"

namespace ecg::quality {

/// A defect of a recording, after its windows were put together.
struct Complaint {
  Finding finding;          ///< `lead` indexes `names`; its figure the worst of the windows
  std::size_t windows = 1;  ///< that show it
};

/// What the sentences speak of.
struct Judged {
  std::vector<std::string> names;  ///< of the leads, as people know them
  std::size_t windows = 1;
};

/// The sentences. A defect that all of several leads have is said once, of the whole recording.
std::vector<QualityReason> reasonsFor(const std::vector<Complaint>& complaints,
                                      const Judged& judged);

}  // namespace ecg::quality
