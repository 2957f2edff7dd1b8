#pragma once

#include <string>
#include <vector>

#include "models/findings.h"

namespace founder {

/// `Above the operating point: atrial fibrillation. Not a diagnosis.`, in the order of the
/// findings; hidden findings are passed over. Where none is above: that this rules nothing out.
/// Empty where no operating point is known.
std::string summarise(const std::vector<Finding>& findings);

}  // namespace founder
