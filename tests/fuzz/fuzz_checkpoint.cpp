// Any bytes: opened, described and converted, or refused with a ModelError.
#include <cstdint>

#include "models/error.h"
#include "models/memory_bytes.h"
#include "models/onnx_writer.h"
#include "tests/support/file_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const founder::MemorySource source(data, size);
  try {
    const founder::Checkpoint checkpoint = founder::openCheckpoint(source);
    for (const founder::WeightType type : {founder::WeightType::fp32, founder::WeightType::fp16}) {
      founder::OnnxOptions options;
      options.weights = type;
      founder::test::CountingSink sink;
      const std::uint64_t announced = founder::onnxSize(checkpoint, options);
      founder::writeOnnx(checkpoint, options, sink);
      if (sink.bytes != announced) __builtin_trap();
    }
  } catch (const founder::ModelError&) {
  }
  return 0;
}
