#include <algorithm>

#include "models/checkpoint_formats.h"
#include "models/error.h"
#include "models/json_document.h"
#include "models/little_endian.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::uint64_t lengthSize = 8, largestHeader = 4u << 20;

[[noreturn]] void bad(const std::string& what) {
  throw ModelError("bad-safetensors",
                   "The safetensors header is damaged: " + what + "; get the file again.");
}

std::uint64_t headerSize(const ByteSource& source) {
  unsigned char bytes[lengthSize];
  source.read(0, bytes, sizeof bytes);
  return littleEndian(bytes, sizeof bytes);
}

std::string readHeader(const ByteSource& source, std::uint64_t size) {
  std::string text(static_cast<std::size_t>(size), '\0');
  source.read(lengthSize, text.data(), text.size());
  return text;
}

void checkHeader(const JsonDocument& header) {
  if (header.fault() == JsonDocument::Fault::depth) bad("it nests too deep");
  if (header.fault() == JsonDocument::Fault::syntax) bad("it is not JSON");
  if (!header.root().isObject()) bad("it is no JSON object");
}

DType dtypeOf(const std::string& name, const JsonValue& entry) {
  const JsonValue value = entry.find("dtype");
  if (value && !value.isText()) bad("a field has the wrong type");
  const std::string code(value.text());
  const std::pair<const char*, DType> known[] = {{"F64", DType::float64}, {"F32", DType::float32},
                                                 {"F16", DType::float16}, {"BF16", DType::bfloat16},
                                                 {"I64", DType::int64},   {"I32", DType::int32},
                                                 {"I16", DType::int16},   {"I8", DType::int8},
                                                 {"U8", DType::uint8},    {"BOOL", DType::boolean}};
  for (const auto& [text, type] : known)
    if (code == text) return type;
  bad("tensor " + quote(name) + " has the unknown type " + quote(code));
}

std::vector<std::uint64_t> numbers(const std::string& name, const JsonValue& entry,
                                   const char* key) {
  const JsonValue found = entry.find(key);
  if (!found.isList() || found.size() > 8)
    bad("tensor " + quote(name) + " has no " + key);
  std::vector<std::uint64_t> out;
  for (const JsonValue& value : found.entries()) {
    if (!value.isCount()) bad("tensor " + quote(name) + " has a strange " + key);
    out.push_back(value.count());
  }
  return out;
}

Tensor tensorOf(const std::string& name, const JsonValue& entry, std::uint64_t dataSize) {
  if (!entry.isObject()) bad("tensor " + quote(name) + " is not described");
  Tensor tensor;
  tensor.name = name;
  tensor.dtype = dtypeOf(name, entry);
  tensor.shape = numbers(name, entry, "shape");
  tensor.elements = countElements(name, tensor.shape);
  const std::vector<std::uint64_t> range = numbers(name, entry, "data_offsets");
  if (range.size() != 2 || range[0] > range[1])
    bad("tensor " + quote(name) + " has strange data_offsets");
  if (range[1] > dataSize)
    throw ModelError("truncated", "Tensor " + quote(name) +
                                      " runs past the end of the safetensors file: get it again.");
  if (range[1] - range[0] != tensor.elements * elementSize(tensor.dtype))
    bad("the shape of tensor " + quote(name) + " does not fit its data_offsets");
  tensor.offset = range[0];
  return tensor;
}

// The format wants the data covered without a hole or an overlap.
void checkCover(std::vector<const Tensor*> byPlace, std::uint64_t dataSize) {
  std::sort(byPlace.begin(), byPlace.end(), [](const Tensor* a, const Tensor* b) {
    return a->offset != b->offset ? a->offset < b->offset : a->elements < b->elements;
  });
  std::uint64_t at = 0;
  for (const Tensor* tensor : byPlace) {
    if (tensor->offset != at)
      bad("tensor " + quote(tensor->name) + " leaves a gap or overlaps another");
    at += tensor->elements * elementSize(tensor->dtype);
  }
  if (at != dataSize) bad("data is left over at its end");
}

}  // namespace

bool looksLikeSafetensors(const ByteSource& source) {
  if (source.size() < lengthSize + 2) return false;
  char brace = 0;
  source.read(lengthSize, &brace, 1);
  return brace == '{';
}

Checkpoint openSafetensors(const ByteSource& source) {
  const std::uint64_t size = headerSize(source);
  if (size > largestHeader) bad("it claims " + std::to_string(size) + " bytes");
  if (size > source.size() - lengthSize)
    throw ModelError("truncated", "The safetensors file ends within its own header: get it again.");
  const JsonDocument header(readHeader(source, size), /*deepest=*/4);
  checkHeader(header);
  const std::uint64_t start = lengthSize + size, dataSize = source.size() - start;
  std::vector<Tensor> tensors;
  for (const auto& [name, entry] : header.root().members())
    if (name != "__metadata__") tensors.push_back(tensorOf(std::string(name), entry, dataSize));
  std::vector<const Tensor*> byPlace;
  for (const Tensor& tensor : tensors) byPlace.push_back(&tensor);
  checkCover(byPlace, dataSize);
  for (Tensor& tensor : tensors) tensor.offset += start;
  std::vector<TensorStorage> storages = {{"data", start, dataSize, 0, /*hasCrc=*/false}};
  return Checkpoint(source, Checkpoint::Format::safetensors, std::move(storages),
                    std::move(tensors));
}

}  // namespace founder
