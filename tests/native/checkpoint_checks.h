#pragma once

#include <doctest/doctest.h>

#include <string>

#include "models/checkpoint.h"
#include "models/error.h"
#include "models/memory_bytes.h"
#include "models/onnx_writer.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/file_bytes.h"

namespace founder::test {

inline CheckpointSpec small(Defect defect = Defect::none) {
  CheckpointSpec spec;
  spec.net = smallNet();
  spec.defect = defect;
  return spec;
}

/// The error of opening, describing and converting, "code: sentence", or "none".
inline std::string errorOf(const std::string& bytes, WeightType type = WeightType::fp32) {
  const MemorySource source(bytes);
  try {
    CountingSink sink;
    OnnxOptions options;
    options.weights = type;
    writeOnnx(openCheckpoint(source), options, sink);
  } catch (const ModelError& error) {
    const std::string sentence = error.what();
    CHECK(sentence.size() < 300);
    CHECK(sentence.back() == '.');
    return error.code() + ": " + sentence;
  }
  return "none";
}

inline std::string codeOf(const std::string& bytes) {
  const std::string error = errorOf(bytes);
  return error.substr(0, error.find(':'));
}

}  // namespace founder::test
