#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// The XML of Schiller electrocardiographs (SEMA, "schillerEDI"). Its layout is not published; what
/// is read here is what BRAVEHEART, the CVRG converters and other public readers agree on.
/// `Recording::format` is "schiller-xml".
///
/// Each eventdata/event/wavedata is a recording: of type ECG_RHYTHMS first, others (ECG_AVERAGES,
/// the averaged beats) after them. Its channels are lists of whole numbers, which
/// resolution/yres/unitperbit makes uV or mV. Free text goes to `Patient::comments`; annotations
/// (annotation_global, annotation_lead, rhythm_global) are counted.
///
/// `read` throws InputError: `bad-xml`, `bad-header`, `no-signal`, `rate-unknown` (also where the
/// rate's exponent is not 1, whose meaning is not known: give samplingRate), `unit-unknown`,
/// `bad-option`, `not-a-number`, `unsupported-encoding`, `no-such-recording`,
/// `several-recordings`, `no-file`. Diagnostics: `several-recordings`, `filtered`, `annotations`,
/// `sample-count`, `other-channels`, `short-lead`, `missing-samples`, `lead-unnamed`,
/// `duplicate-lead`.
const Format& schillerFormat();

}  // namespace ecg
