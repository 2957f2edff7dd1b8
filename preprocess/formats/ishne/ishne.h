#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// Holter recordings in the ISHNE standard output format (Badilini F for the ISHNE Standard Output
/// Format Task Force, Ann Noninvasive Electrocardiol 1998;3:263-266): "ISHNE1.0", a checksum, a
/// header of 512 bytes and a block of comments, then 16-bit samples of 1 to 12 interleaved leads.
/// `Recording::format` is "ishne".
///
/// The header's sample count is per lead in some files and the total in others: the size of the
/// file decides. Beat annotations ("ANN  1.0") beside a recording are passed over.
///
/// `read` throws InputError: `truncated`, `bad-header`, `no-signal`, `rate-unknown` (asks for
/// `samplingRate`), `unit-unknown` (asks for `unitsPerMillivolt`), `annotations-only`,
/// `several-recordings`, `no-file`. Diagnostics: `checksum-failed`, `sample-count` (the count is
/// the total, or fits nothing), `truncated-tail`, `lead-quality` (the recorder's rating),
/// `pacemaker`, `duplicate-lead`, `annotations`.
const Format& ishneFormat();

}  // namespace ecg
