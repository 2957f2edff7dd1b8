#pragma once

#include <vector>

#include "models/evaluation/problem.h"
#include "models/json_writer.h"

namespace founder {

/// `[{code, recording?, label?, message}]`
void writeProblems(JsonWriter& out, const std::vector<Problem>& problems);

}  // namespace founder
