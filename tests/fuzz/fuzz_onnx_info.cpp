#include <cstdint>

#include "models/error.h"
#include "models/memory_bytes.h"
#include "models/onnx_info.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    founder::readOnnxInfo(founder::MemorySource(data, size));
  } catch (const founder::ModelError&) {
  }
  return 0;
}
