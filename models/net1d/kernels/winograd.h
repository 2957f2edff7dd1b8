#pragma once

#include "models/net1d/kernels.h"

namespace founder {

/// Strips of one group of a convolution with planes.
void winogradStrips(const ConvolveWork& work, std::size_t group, Part::Range strips,
                    Workspace& space);

}  // namespace founder
