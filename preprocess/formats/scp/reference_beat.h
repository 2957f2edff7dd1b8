#pragma once

#include <cstdint>
#include <vector>

#include "preprocess/formats/scp/beats.h"
#include "preprocess/formats/scp/encoded.h"
#include "preprocess/formats/scp/leads.h"

namespace ecg::scp {

/// The reference beat of section 5, and where it was subtracted.
struct ReferenceBeat {
  std::vector<std::vector<std::int32_t>> leads;  ///< in steps of `nanovolts`
  double nanovolts = 0;                          ///< 0 where the file does not say
  std::size_t fiducial = 0;                      ///< from 1 on
  std::vector<Beat> subtracted;

  /// Adds it to lead `index`, whose samples are in nV and begin at `span.first`; false where the
  /// beats overlap so much that they cover more than twice its samples.
  bool addTo(const LeadSpan& span, std::size_t index, double stepNanovolts,
             std::vector<double>& samples) const;
};

/// Decodes section 5.
/// @throws InputError `bad-header`, `bad-samples`.
ReferenceBeat readReferenceBeat(const Record& record, const EncodedLeads& encoded,
                                const Encoding& encoding, const Beats& beats);

}  // namespace ecg::scp
