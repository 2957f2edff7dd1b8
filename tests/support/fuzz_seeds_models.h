#pragma once

#include <string>
#include <utility>
#include <vector>

namespace founder::test {

/// Named inputs made by this project's own writers: good files of every kind, and each defect.
using Seeds = std::vector<std::pair<std::string, std::string>>;
Seeds checkpointSeeds();
Seeds pickleSeeds();
Seeds onnxSeeds();
Seeds evidenceSeeds();

/// A small checkpoint in memory, by either writer.
struct CheckpointSpec;
std::string torchBytes(const CheckpointSpec& spec);
std::string safetensorsBytes(const CheckpointSpec& spec);
/// A ZIP with nothing but this data.pkl.
std::string zipOfPickle(const std::string& pickle);
/// The ONNX file of a small checkpoint.
std::string onnxBytes();

}  // namespace founder::test
