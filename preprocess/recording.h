#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/sentence.h"

namespace ecg {

/// Something truthful that the reader or a later step has to say about the recording: a lead that
/// was derived, a gap, a padded tail. `code` is stable and kebab-case, `message` one sentence.
struct Diagnostic {
  std::string code;
  std::string message;
};

/// Adds a diagnostic, with the sentence that the pieces make.
void say(std::vector<Diagnostic>& diagnostics, std::string_view code,
         std::initializer_list<Piece> pieces);

/// One channel of a recording.
struct Lead {
  std::string name;  ///< canonical (`I`, `aVR`, `V1`, see leads/names.h) or, if unknown, as stored
  std::string storedName;   ///< exactly as the file has it
  std::string unit = "mV";  ///< "mV" for every ECG channel; other channels keep the file's own unit
};

/// An ECG as every room of the library sees it.
///
/// `samples` is lead-major: sample t of lead l is `samples[l * length + t]`, in `leads[l].unit`
/// (mV for ECG), NaN where the file says that a sample is missing. Patient identity is never here.
struct Recording {
  std::string format;       ///< the reader that made it: "wfdb", "edf", "csv", "apple-health", ...
  double samplingRate = 0;  ///< Hz, > 0, may be fractional
  std::size_t length = 0;   ///< samples per lead
  std::vector<Lead> leads;
  std::vector<float> samples;
  std::vector<Diagnostic> diagnostics;
  /// Samples per lead up to the pulse that calibrates all leads at the end; 0 where there is none.
  std::size_t ecgLength = 0;
  /// Where there are several in what was read: what each of them is, this one included; and which
  /// of them this is, from 1 on.
  std::vector<std::string> offered;
  std::size_t number = 1;
  std::string wearable;  ///< "watch", "chest strap", "hand-held"; empty: clinical, or unknown

  double durationSeconds() const { return samplingRate > 0 ? length / samplingRate : 0; }
  /// Samples per lead of the ECG itself.
  std::size_t ecgSamples() const {
    return ecgLength > 0 && ecgLength < length ? ecgLength : length;
  }
  const float* lead(std::size_t index) const { return samples.data() + index * length; }
  float* lead(std::size_t index) { return samples.data() + index * length; }
};

/// Who the recording is of, apart from the signal so that it can be left behind. Empty where the
/// file does not say. `comments` holds free text of the file, which may identify the patient.
struct Patient {
  std::string id;
  std::string name;
  std::string birthDate;
  std::string age;
  std::string sex;  ///< "M", "F", or as the file has it
  std::string recordedAt;
  std::vector<std::string> comments;
};

}  // namespace ecg
