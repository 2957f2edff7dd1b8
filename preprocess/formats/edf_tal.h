#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ecg::edf {

/// What one record's annotation signal says (EDF+ 2.2.2, time-stamped annotation lists).
struct Annotations {
  std::optional<double> recordOnset;  ///< seconds, from the timekeeping list, which comes first
  std::size_t texts = 0;              ///< annotations other than timekeeping
};

/// Parses the bytes of an annotation signal in one record; what is no list is passed over.
Annotations parseAnnotations(std::string_view bytes);

}  // namespace ecg::edf
