#pragma once

#include <string>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::sierra {

/// Whether the representative beats (repbeats) can be read: uncompressed, and with a rate and a
/// resolution of their own, which are not those of the rhythm.
bool canReadBeats(const xml::Element& beats);

/// Reads the representative beats, one for each lead. 32767 fills a beat up to the length of its
/// element and is no sample: NaN, and left out where all leads end in it.
/// @throws InputError `bad-base64`, `bad-header`, `truncated`, `not-a-number`, `no-signal`.
void readBeats(const std::string& file, const xml::Element& beats, Recording& recording);

}  // namespace ecg::sierra
