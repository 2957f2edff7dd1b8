#pragma once

#include <string>
#include <vector>

#include "tests/support/scp_writer.h"

namespace ecg::test {

/// A lead's samples as section 5 or 6 has them: differences, then codes or 16-bit integers.
std::string scpEncode(const ScpFile& file, const std::vector<int>& samples);

/// A lead's samples without those that bimodal compression leaves out.
std::vector<int> scpDecimate(const ScpFile& file, const ScpLead& lead,
                             const std::vector<int>& samples);

/// A lead's samples less the reference beat.
std::vector<int> scpResidual(const ScpFile& file, std::size_t lead);

}  // namespace ecg::test
