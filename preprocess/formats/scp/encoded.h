#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "preprocess/formats/scp/huffman.h"
#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// Section 5 or 6: how its numbers become a signal, and the bytes of each lead.
struct EncodedLeads {
  double nanovolts = 0;     ///< of one step; 0 where the file does not say
  double microseconds = 0;  ///< between two samples; 0 where the file does not say
  unsigned differences = 0;
  bool bimodal = false;
  bool huffman = true;  ///< false where version 3 says that its tables are not used here
  bool intact = true;
  std::vector<ByteView> leads;
  std::size_t spare = 0;  ///< bytes of the section that belong to no lead
};

/// Reads section 5 or 6 (`id`) for a number of leads.
/// @throws InputError `bad-header`, `truncated`, `unsupported-compression`.
EncodedLeads readEncodedLeads(const Record& record, int id, std::size_t leads);

/// A lead in steps: at most `wanted` samples, fewer where its bytes end. Differences are summed
/// modulo 2^16, as the standard's samples are 16 bits.
///
/// @throws InputError `bad-samples` where the bytes make no code of the Huffman table, or a sum
///   leaves 16 bits and the checksum is wrong, too.
Numbers decodeLead(const Record& record, const EncodedLeads& encoded, const Encoding& encoding,
                   std::size_t lead, std::size_t wanted);

}  // namespace ecg::scp
