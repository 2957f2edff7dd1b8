#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace founder::test {

struct Array {
  std::vector<std::int64_t> shape;
  std::vector<double> values;
};

struct OnnxNode {
  std::string op, output;
  std::vector<std::string> inputs;
  std::map<std::string, std::vector<std::int64_t>> attributes;
};

/// An ONNX file, as far as this project's own files go.
struct OnnxModel {
  std::vector<OnnxNode> nodes;
  std::map<std::string, Array> initializers;
};

OnnxModel parseOnnx(const std::string& bytes);

/// Runs a model in double precision, by the letter of ONNX's operator specification and without any
/// of a runtime's fusions. Returns every value by its name.
std::map<std::string, Array> runOnnx(const OnnxModel& model, const Array& ecg);

}  // namespace founder::test
