#pragma once

#include <string>

#include "preprocess/formats/reader.h"

namespace ecg {
namespace csv {

struct Layout;

/// Reads the rows of a table whose layout is known, as `csvFormat().read` does.
///
/// @param file its name, for messages.
ReadResult readRows(const std::string& file, Layout layout, const ReadOptions& options);

}  // namespace csv

/// Tables of numbers as text, a row a sample: CSV, TSV, semicolons with decimal commas, or blanks;
/// with or without a header line, a units line, and comment lines that begin with #.
///
/// Units come from the header (`I (mV)`, `V1_uV`) or `ReadOptions::unitsPerMillivolt`; the rate
/// from a comment (`# sampling rate: 500`), from a time column, or from
/// `ReadOptions::samplingRate`; lead names from the header or `ReadOptions::leads`. Empty and NaN
/// cells are NaN, and so are the rows that a time column or sample counter shows to be missing. It
/// is the format of last resort: the sniffer never says more than `possible`.
///
/// `read` throws InputError: `unit-unknown`, `rate-unknown`, `rate-mismatch`, `unit-mismatch`,
/// `leads-mismatch`, `not-a-number`, `ragged`, `open-quote`, `too-many-columns`,
/// `time-not-increasing`, `irregular-time`, `gap-too-long`, `no-signal`, `several-recordings`,
/// `bad-option`, `no-file`.
const Format& csvFormat();

}  // namespace ecg
