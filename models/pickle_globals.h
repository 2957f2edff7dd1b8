#pragma once

#include <string_view>

#include "models/dtype.h"

namespace founder {

/// What the unpickler does when a pickle calls a global. `opaque` is harmless and of no interest:
/// its arguments are dropped and nothing is made of them.
enum class GlobalRole { orderedDict, rebuildTensor, rebuildParameter, storage, opaque };

struct Global {
  std::string_view module, name;
  GlobalRole role;
  DType type = DType::float32;  ///< of a storage
};

/// The entry of the fixed table for `module.name`, or nullptr: a foreign global.
const Global* findGlobal(std::string_view module, std::string_view name);

}  // namespace founder
