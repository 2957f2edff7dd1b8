#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/arrays/contents.h"

namespace ecg::arrays {

/// The samples of one lead, wherever they are in the file.
struct Channel {
  std::string storedName;  ///< empty where the file has none
  const Numbers* numbers = nullptr;
  std::size_t first = 0, stride = 1;
};

/// How a lead's numbers become its unit: (number - baseline) / unitsPerMillivolt.
struct Scaling {
  double unitsPerMillivolt = 0;  ///< 0 where nothing says it
  double baseline = 0;
  std::string otherUnit;  ///< of a lead that is no voltage; its numbers stay
};

/// The signal that was chosen.
struct Signal {
  std::string parent, name;  ///< what holds it, and its own
  std::size_t length = 0;
  std::vector<Channel> channels;
};

/// The scaling of every lead, by the file's units and gains and the caller's `unitsPerMillivolt`. A
/// gain counts for whole numbers only, which are ADC steps; `gain-taken` says so.
///
/// @throws InputError `unit-mismatch` where the file and the caller differ by more than 1 %.
std::vector<Scaling> settleScaling(const std::string& file, const Contents& contents,
                                   const Signal& signal, const ReadOptions& options,
                                   std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::arrays
