#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/formats/arrays/contents.h"

namespace ecg::arrays {

/// One side of an array.
struct Axis {
  std::size_t count = 1;
  std::size_t stride = 0;  ///< numbers from one index to the next
};

/// Which side of an array is what. Sides of one are left out of account.
struct Axes {
  Axis recordings, leads, samples;
  bool square = false;   ///< both sides are as long: which one is the leads cannot be known
  bool tooMany = false;  ///< the shorter side is longer than any set of leads
  bool byShape = false;  ///< the shorter side was taken as the leads
};

/// Lays an array of up to three sides out. Of two the one with as many entries as there are lead
/// names is the leads, else the shorter one. Of three the first numbers recordings, as in
/// [recordings, leads, samples]; where the first index runs fastest, as in MATLAB, it may be the
/// last one instead: samples are the longest side, leads the one of 12 or the shorter of the other
/// two.
///
/// @param leadCount how many names there are; 0 where there are none.
/// @returns false where the array has more sides or as many numbers as its shape does not say.
bool layOut(const Item& item, std::size_t leadCount, Axes& axes);

/// The sides of an array other than its longest, as counts of lead names that would fit.
std::vector<std::size_t> leadCounts(const Item& item);

/// "5000 x 12"; "a single number".
std::string shapeText(const Item& item);

}  // namespace ecg::arrays
