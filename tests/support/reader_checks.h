#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "preprocess/formats/reader.h"

namespace ecg::test {

/// One file as a set; `bytes` must outlive it.
inline FileSet oneFile(const std::string& name, const std::string& bytes) {
  return {{name, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}}};
}

/// Checks that reading fails with a code, in a sentence that names the file; gives the sentence.
inline std::string refusal(const Format& format, const std::string& name, const std::string& bytes,
                           const std::string& code, const ReadOptions& options = {}) {
  try {
    format.read(oneFile(name, bytes), options);
  } catch (const InputError& error) {
    const std::string sentence = error.what();
    CHECK_MESSAGE(error.code() == code, sentence);
    CHECK_MESSAGE(sentence.find(name) != std::string::npos, sentence);
    CHECK_MESSAGE(sentence.back() == '.', sentence);
    return sentence;
  }
  FAIL_CHECK("read without an error where " << code << " was expected");
  return "";
}

/// The message of the first diagnostic with a code; empty where there is none.
inline std::string diagnosticOf(const Recording& recording, const std::string& code) {
  for (const auto& diagnostic : recording.diagnostics)
    if (diagnostic.code == code) return diagnostic.message;
  return "";
}

/// A corpus file's bytes; nothing, and a message, where the corpus is absent.
inline std::optional<std::string> corpusBytes(const std::string& path) {
  std::ifstream file(std::string(ECG_SHARED_DIR) + "/corpus/" + path, std::ios::binary);
  if (!file) {
    MESSAGE("skipped: the corpus has no " << path);
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace ecg::test
