#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::sierra {

/// Reads parsedwaveforms into the recording: its rate, its leads, and what is to be said of them.
///
/// @param signal the element signalcharacteristics, which may be missing.
/// @throws InputError those of readLayout, decodeXli, restoreLimbLeads and xml::putSignals.
void readRhythm(const std::string& file, const xml::Element& waveforms, const xml::Element& signal,
                const ReadOptions& options, Recording& recording);

}  // namespace ecg::sierra
