#pragma once

#include <string>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"
#include "preprocess/formats/xml/signals.h"

namespace ecg::mortara {

/// Where a lead is: its own element, and the one that says how its samples are stored (the same
/// for a CHANNEL, the TYPICAL_CYCLE for one of its channels).
struct Stored {
  xml::Element channel, layout;
};

/// An attribute as UTF-8 without blanks at its ends; empty where there is none.
std::string attributeOf(xml::Element element, const char* name);

/// The sampling rate of a lead in Hz. @throws InputError `bad-header`.
double samplingRate(const std::string& file, const Stored& stored);

/// A lead's samples in mV. @throws InputError as mortaraFormat() says.
xml::Signal readChannel(const std::string& file, const Stored& stored, const ReadOptions& options);

}  // namespace ecg::mortara
