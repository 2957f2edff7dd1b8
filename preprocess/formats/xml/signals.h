#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::xml {

/// One lead with its samples, in `lead.unit`.
struct Signal {
  Lead lead;
  std::vector<float> samples;
};

/// Makes signals that begin together the leads of a recording, whose rate is set already.
///
/// A signal without samples is left out (`other-channels`), the end of one that is shorter than the
/// others is NaN (`short-lead`), samples that the file says are missing are counted
/// (`missing-samples`), and `duplicate-lead` is given.
/// @throws InputError `no-signal`; `bad-header` where filling up would take far more room than the
///   samples do.
void putSignals(const std::string& file, std::vector<Signal> signals, Recording& recording);

/// The option `unitsPerMillivolt` for samples whose unit the file does not say.
/// @param raw the samples as stored, to say what is likely: of 1, 100, 200, 400, 1000 and 1000000
///   the one that makes their spread (of all but 1 %) most like the 1.5 mV of a QRS complex.
/// @throws InputError `unit-unknown`, `bad-option`.
double askedUnitsPerMillivolt(const std::string& where, const std::vector<float>& raw,
                              const ReadOptions& options);

/// Which of the recordings in a file to take: `options.recording` of `offered`, whose descriptions
/// a diagnostic `several-recordings` lists where there are more than one.
/// @return from 0 on.
/// @throws InputError `no-such-recording`.
std::size_t chooseRecording(const std::string& file, const std::vector<std::string>& offered,
                            const ReadOptions& options, std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::xml
