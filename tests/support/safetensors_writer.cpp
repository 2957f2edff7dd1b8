#include <algorithm>

#include "tests/support/checkpoint_writer.h"
#include "tests/support/zip_writer.h"

namespace founder::test {
namespace {

constexpr std::size_t chunk = 1 << 16;

}  // namespace

void writeSafetensors(const CheckpointSpec& spec, ByteSink& sink) {
  if (spec.defect == Defect::truncated) return writeHalf(spec, sink, writeSafetensors);
  std::string header = "{\"__metadata__\":{\"format\":\"pt\"}";
  std::uint64_t at = 0;
  const auto code = [&](DType type) {
    return type == DType::int64      ? "I64"
           : type == DType::float64  ? "F64"
           : type == DType::float16  ? "F16"
           : type == DType::bfloat16 ? "BF16"
                                     : "F32";
  };
  for (const TensorShape& tensor : tensorsOf(spec)) {
    const DType type = storedType(spec, tensor);
    const std::uint64_t end = at + countElements(tensor.name, tensor.shape) * elementSize(type);
    header +=
        ",\"" + spec.prefix + tensor.name + "\":{\"dtype\":\"" + code(type) + "\",\"shape\":[";
    for (std::size_t i = 0; i < tensor.shape.size(); ++i)
      header += (i > 0 ? "," : "") + std::to_string(tensor.shape[i]);
    header += "],\"data_offsets\":[" + std::to_string(at) + "," + std::to_string(end) + "]}";
    at = end;
  }
  header += "}";
  header.resize((header.size() + 7) / 8 * 8, ' ');
  const std::string head = le(header.size(), 8) + header;
  sink.write(head.data(), head.size());
  for (const TensorShape& tensor : tensorsOf(spec)) {
    const std::uint64_t elements = countElements(tensor.name, tensor.shape);
    for (std::uint64_t done = 0; done < elements; done += chunk) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(chunk, elements - done));
      const std::string bytes = tensorBytes(spec, tensor, done, count);
      sink.write(bytes.data(), bytes.size());
    }
  }
}

}  // namespace founder::test
