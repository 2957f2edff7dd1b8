#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// Plain JSON (RFC 8259) with the samples as numbers: one list; lists of lists; an object of leads
/// by their names (`{"I": [...], "II": [...]}`, `{"leads": {"I": {"samples": [...]}}}`); a list of
/// leads (`[{"name": "I", "samples": [...]}]`); or an object with `samples`, `signal` or `data`.
/// What lies beside them is taken: `samplingRate`, `fs`, `sampling_rate`, `frequency`; `unit`,
/// `units`; `leads`, `channels`, `labels`; `age`, `sex`. `Recording::format` is "json".
///
/// null, and NaN and Infinity as Python writes them, are missing samples. Lists nested more than 16
/// deep are refused. There is no signature: the sniffer says `possible`.
///
/// Diagnostics: those of arrays/assemble.h.
///
/// `read` throws InputError: those of arrays/assemble.h, `bad-json`, `no-file`.
const Format& jsonFormat();

}  // namespace ecg
