#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::muse {

/// The Waveform elements of a document that hold leads, rhythms first.
std::vector<xml::Element> waveformsOf(const xml::Element& root);

/// How a message offers a waveform: "Rhythm (8 leads)".
std::string describe(const xml::Element& waveform);

/// Reads the rate, the leads and what is said of them into the recording.
/// @throws InputError `rate-unknown`, `bad-header`, `no-signal`, and
///   those of readLead.
void readWaveform(const std::string& file, const xml::Element& waveform, const ReadOptions& options,
                  Recording& recording);

}  // namespace ecg::muse
