#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::mat {

/// Reads the numbers or characters of an array of level 5 into an item whose shape is set.
///
/// @param reader at the element of the real parts.
/// @returns false where there are none, or they are of no known type.
/// @throws InputError `truncated` where there are fewer than the shape promises.
bool takeValues(ByteReader& reader, ByteReader::Order order, bool isText, arrays::Item& item);

}  // namespace ecg::mat
