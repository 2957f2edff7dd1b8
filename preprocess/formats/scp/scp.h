#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// SCP-ECG: EN 1064:2005+A1:2007, ISO 11073-91064:2009 (version 2 and the 1.x before it); of
/// version 3 (EN 1064:2020, ISO 41064:2023) what it kept of those. `Recording::format` is "scp".
///
/// Read are: the record's and the sections' checksums (CRC-CCITT), the pointers of section 0, the
/// patient and the filters of section 1, Huffman tables (section 2: the default one, own ones with
/// switches, none), the leads with their first and last sample (3), reference beats (4, 5) and
/// rhythm data (6) as they are, as first or second differences, and with bimodal compression; the
/// statements of sections 8 and 11 are the interpretation. Samples are mV exactly as stored; those
/// that bimodal compression left out are interpolated, which a diagnostic says.
///
/// `read` throws InputError: `not-scp`, `truncated`, `bad-header`, `bad-samples`, `no-signal`,
/// `unit-unknown`, `rate-unknown`, `unsupported-compression`, `unsupported-section` (long-term
/// rhythm data only), `nonstandard` (no mark of the standard, and not laid out by it), `no-file`,
/// `several-recordings`, `gap-too-long`.
///
/// Diagnostics: `checksum-failed`, `misplaced-sections`, `truncated-tail`, `trailing-bytes`,
/// `filtered`, `interpolated`, `gap`, `not-simultaneous`, `unusual-lead`, `duplicate-lead`,
/// `annotations`, `other-sections`, `header-incomplete`.
const Format& scpFormat();

}  // namespace ecg
