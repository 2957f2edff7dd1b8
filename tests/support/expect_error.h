#pragma once

#include <string>

#include "preprocess/formats/reader.h"

namespace ecg::test {

/// The code and the sentence of an InputError; both empty where there was none.
struct Refusal {
  std::string code;
  std::string sentence;
  bool says(const std::string& text) const { return sentence.find(text) != std::string::npos; }
};

/// What reading these files is refused with.
inline Refusal refusal(const FileSet& files, const ReadOptions& options = {}) {
  try {
    readRecording(files, options);
    return {};
  } catch (const InputError& error) {
    return {error.code(), error.what()};
  }
}

inline bool hasDiagnostic(const Recording& recording, const std::string& code) {
  for (const Diagnostic& diagnostic : recording.diagnostics)
    if (diagnostic.code == code) return true;
  return false;
}

}  // namespace ecg::test
