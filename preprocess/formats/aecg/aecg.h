#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// HL7 annotated ECG (ANSI/HL7 V3 ECG R1-2004, PORT_MT020001; "aECG Implementation Guide", HL7
/// RCRIM, 21 March 2005). `Recording::format` is "hl7-aecg".
///
/// A recording is one sequence set: its sequences of lists with an increment (GLIST_TS, GLIST_PQ)
/// give the rate, those of digits (SLIST_PQ, SLIST_INT) the leads, origin + scale * digit. The
/// first rhythm series' first set is taken; the other sets, rhythm first and derived series
/// (representative beats) last, are offered. `storedName` is the MDC code without MDC_ECG_LEAD_.
/// Sequences of another quantity than voltage keep their unit. Interpretation and rhythm statements
/// of all annotation sets become `ReadResult::interpretation`, all other annotations are counted.
///
/// `read` throws InputError: `bad-xml`, `bad-header`, `no-signal`, `rate-unknown` (give
/// samplingRate), `unit-unknown` (give unitsPerMillivolt), `bad-option`, `not-a-number`,
/// `no-such-recording`, `several-recordings`, `no-file`. Diagnostics: `several-recordings`,
/// `filtered`, `annotations`, `other-channels`, `short-lead`, `missing-samples`, `lead-unnamed`,
/// `duplicate-lead`.
const Format& aecgFormat();

}  // namespace ecg
