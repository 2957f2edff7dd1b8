#include "models/pickle_globals.h"

namespace founder {
namespace {

constexpr GlobalRole storage = GlobalRole::storage, opaque = GlobalRole::opaque;

// The official files need the first two groups; the third, and all of torch.optim, is what
// optimizers and schedulers of other training scripts leave behind.
constexpr Global table[] = {
    {"collections", "OrderedDict", GlobalRole::orderedDict},
    {"torch._utils", "_rebuild_tensor_v2", GlobalRole::rebuildTensor},
    {"torch._utils", "_rebuild_parameter", GlobalRole::rebuildParameter},
    {"torch", "DoubleStorage", storage, DType::float64},
    {"torch", "FloatStorage", storage, DType::float32},
    {"torch", "HalfStorage", storage, DType::float16},
    {"torch", "BFloat16Storage", storage, DType::bfloat16},
    {"torch", "LongStorage", storage, DType::int64},
    {"torch", "IntStorage", storage, DType::int32},
    {"torch", "ShortStorage", storage, DType::int16},
    {"torch", "CharStorage", storage, DType::int8},
    {"torch", "ByteStorage", storage, DType::uint8},
    {"torch", "BoolStorage", storage, DType::boolean},

    {"numpy.core.multiarray", "scalar", opaque},
    {"numpy._core.multiarray", "scalar", opaque},
    {"numpy", "dtype", opaque},
    {"_codecs", "encode", opaque},

    {"numpy.core.multiarray", "_reconstruct", opaque},
    {"numpy._core.multiarray", "_reconstruct", opaque},
    {"numpy", "ndarray", opaque},
    {"collections", "Counter", opaque},
    {"collections", "defaultdict", opaque},
    {"builtins", "dict", opaque},
    {"builtins", "list", opaque},
    {"builtins", "set", opaque},
    {"__builtin__", "dict", opaque},
    {"__builtin__", "list", opaque},
    {"__builtin__", "set", opaque},
    {"torch", "Size", opaque},
    {"torch", "device", opaque},
    {"torch", "float64", opaque},
    {"torch", "float32", opaque},
    {"torch", "float16", opaque},
    {"torch", "bfloat16", opaque},
    {"torch", "int64", opaque},
};

constexpr Global ofOptimizer = {"torch.optim", "", opaque};

bool isOptimizer(std::string_view module) {
  return module == "torch.optim" || module.substr(0, 12) == "torch.optim.";
}

}  // namespace

const Global* findGlobal(std::string_view module, std::string_view name) {
  for (const Global& global : table)
    if (global.module == module && global.name == name) return &global;
  return isOptimizer(module) ? &ofOptimizer : nullptr;
}

}  // namespace founder
