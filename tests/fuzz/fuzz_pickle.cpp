#include <cstdint>
#include <string>

#include "models/error.h"
#include "models/pickle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const founder::Pickle pickle(std::string(reinterpret_cast<const char*>(data), size));
    pickle.find(pickle.root(), "state_dict");
  } catch (const founder::ModelError&) {
  }
  return 0;
}
