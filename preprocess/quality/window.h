#pragma once

#include <string>
#include <vector>

#include "preprocess/quality/defect.h"
#include "preprocess/quality/quality.h"
#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// The same time of several leads.
struct Window {
  std::vector<Stretch> leads;
  std::vector<std::string> names;  ///< canonical
  std::vector<double> qrs;         ///< seconds from the start of the window, ascending
};

/// What was found in a window.
struct WindowQuality {
  Verdict verdict = Verdict::good;
  std::vector<LeadQuality> leads;  ///< one for each of the window; `lead` is the index there
  std::vector<Finding> findings;
};

WindowQuality judge(const Window& window);

}  // namespace ecg::quality
