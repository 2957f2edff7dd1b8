#pragma once

#include <optional>
#include <string>

#include "preprocess/formats/xml/document.h"
#include "preprocess/formats/xml/signals.h"

namespace ecg::aecg {

/// What reading a sequence needs to know besides it.
struct Source {
  const std::string& file;
  const ReadOptions& options;
};

/// The sampling rate, in Hz, that the increment of a set's time sequence gives.
/// @throws InputError `rate-unknown`, `bad-header`.
double samplingRate(const Source& source, xml::Element set);

/// A sequence of digits as a lead: in mV where it is a voltage, else in its own unit.
/// @param number of the lead in its set, from 1 on.
/// @throws InputError `unit-unknown`, `bad-header`, `bad-option`, `not-a-number`.
xml::Signal readLead(const Source& source, xml::Element sequence, std::size_t number);

}  // namespace ecg::aecg
