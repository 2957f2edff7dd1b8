#include <cstdint>

#include "models/error.h"
#include "models/memory_bytes.h"
#include "models/net1d/run.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const founder::Net1DModel model(founder::MemorySource(data, size));
    if (model.samples() > 10000 || model.net().classes > 1000) return 0;  // minutes, not faults
    founder::Net1DRun run(model, 1);
    for (std::size_t i = 0; i < model.samples() * static_cast<std::size_t>(model.net().leads); ++i)
      run.input()[i] = static_cast<float>(i % 7) - 3;
    run.begin(1, true);
    while (run.step()) {
    }
  } catch (const founder::ModelError&) {
  }
  return 0;
}
