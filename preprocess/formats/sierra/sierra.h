#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// Philips Sierra ECG XML (root `restingecgdata`) 1.03, 1.04 and 1.04.01, document types SierraECG
/// and PhilipsECG, as PageWriter cardiographs, HeartStart MRx and TraceMasterVue write it. Read as
/// the files and the open readers of them agree. `Recording::format` is "sierra-xml".
///
/// `parsedwaveforms` holds numbers as text (Plain), or in base64 16-bit samples or XLI chunks (see
/// xli.h), in which III, aVR, aVL and aVF are stored as what differs from the leads that I and II
/// give; they are put together again here. The representative beats (`repbeats`) are offered after
/// the rhythm where they can be read. A sample is `resolution` microvolts, which these documents
/// say. A pulse that calibrates every lead at the end of the recording stays, and is said.
/// `ReadResult::interpretation` is the severity and the statements; measurements are not read.
///
/// `read` throws InputError: `not-sierra`, `unsupported-version`, `bad-xml`, `no-signal`,
/// `bad-header`, `bad-base64`, `bad-chunk`, `truncated`, `not-a-number`, `rate-unknown`,
/// `unit-unknown`, `bad-option`, `unsupported-encoding`, `unsupported-compression`,
/// `unsupported-leads`, `no-such-recording`, `several-recordings` (files), `no-file`.
/// Diagnostics: `several-recordings`, `filtered`, `other-channels`, `calibration-pulse`,
/// `offset-not-applied`, and those of xml::putSignals.
const Format& sierraFormat();

}  // namespace ecg
