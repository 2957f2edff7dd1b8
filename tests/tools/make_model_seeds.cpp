// Writes the fuzzers' seeds for models/ to FOLDER/checkpoint, FOLDER/pickle and FOLDER/onnx_info.
#include <filesystem>
#include <iostream>

#include "tests/support/file_bytes.h"
#include "tests/support/fuzz_seeds_models.h"

int main(int count, char** values) {
  using namespace founder::test;
  if (count != 2) {
    std::cerr << "make_model_seeds FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = values[1];
  for (const auto& [kind, seeds] : {std::pair("checkpoint", checkpointSeeds()),
                                    std::pair("pickle", pickleSeeds()),
                                    std::pair("onnx_info", onnxSeeds())}) {
    std::filesystem::create_directories(folder / kind);
    for (const auto& [name, bytes] : seeds)
      FileSink((folder / kind / name).string()).write(bytes.data(), bytes.size());
  }
}
