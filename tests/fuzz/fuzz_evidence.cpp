#include <cstdint>
#include <string>
#include <string_view>

#include "models/error.h"
#include "models/evidence.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    founder::readEvidence(std::string_view(reinterpret_cast<const char*>(data), size),
                          std::string(64, 'a'), {"ATRIAL FIBRILLATION", "SINUS RHYTHM"});
  } catch (const founder::ModelError&) {
  }
  return 0;
}
