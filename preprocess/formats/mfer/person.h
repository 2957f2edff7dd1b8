#pragma once

#include "preprocess/formats/mfer/charset.h"
#include "preprocess/formats/mfer/items.h"

namespace ecg::mfer {

/// Takes what a definition says of the patient, of when it was recorded, and notes. True where the
/// definition is one of these, false for any other.
///
/// @param big the byte order.
/// @param unread is set where a text is in a character set that is not read.
bool readPerson(const Item& item, bool big, const Charset& charset, Patient& patient, bool& unread);

}  // namespace ecg::mfer
