#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ecg::edf {

/// What the annotation signals of one data record say, short of the annotations' texts.
struct RecordNotes {
  std::optional<double> onsetSeconds;  ///< when this data record starts (its time-keeping TAL)
  std::uint64_t annotations = 0;       ///< time-stamped annotations with a text
};

/// Scans the time-stamped annotation lists (TALs) of one annotation signal in one data record:
/// `onset [0x15 duration] 0x14 text 0x14 ... 0x00` (EDF+, section 2.2.2). The first one with an empty
/// text keeps the record's time. Damaged lists end the scan.
RecordNotes scanAnnotations(std::string_view bytes);

}  // namespace ecg::edf
