#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// A lead of section 3; its samples have the numbers `first` to `first + count - 1`.
struct LeadSpan {
  std::string name;  ///< of the code table; "lead 200" where the table has none
  bool known = true;
  std::size_t first = 1;
  std::size_t count = 0;
};

struct Leads {
  std::vector<LeadSpan> all;
  bool referenceBeat = false;  ///< was subtracted from the rhythm data
  bool simultaneous = false;   ///< all of them were recorded at once
};

/// Reads section 3. @throws InputError `bad-header`, `truncated`, `no-signal`.
Leads readLeads(const Record& record);

}  // namespace ecg::scp
