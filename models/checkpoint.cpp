#include "models/checkpoint.h"

#include <algorithm>

#include "models/checkpoint_formats.h"
#include "models/crc32.h"
#include "models/error.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::size_t chunkElements = 65536;

bool startsWith(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

[[noreturn]] void corrupt(const Tensor& tensor) {
  throw ModelError("corrupt", "Tensor " + quote(tensor.name) +
                                  " does not match its checksum: the checkpoint was damaged on "
                                  "its way, download it again.");
}

}  // namespace

Checkpoint::Checkpoint(const ByteSource& source, Format format, std::vector<TensorStorage> storages,
                       std::vector<Tensor> tensors)
    : source_(&source),
      format_(format),
      storages_(std::move(storages)),
      tensors_(std::move(tensors)),
      verified_(storages_.size()) {
  constexpr std::string_view prefix = "module.";
  prefixRemoved_ =
      !tensors_.empty() && std::all_of(tensors_.begin(), tensors_.end(),
                                       [&](const Tensor& t) { return startsWith(t.name, prefix); });
  for (std::size_t i = 0; i < tensors_.size(); ++i) {
    Tensor& tensor = tensors_[i];
    if (prefixRemoved_) tensor.name.erase(0, prefix.size());
    if (!byName_.emplace(tensor.name, i).second)
      throw ModelError("bad-tensor", "The checkpoint holds tensor " + quote(tensor.name) +
                                         " twice: use the official file.");
  }
}

const Tensor* Checkpoint::find(std::string_view name) const {
  const auto found = byName_.find(std::string(name));
  return found == byName_.end() ? nullptr : &tensors_[found->second];
}

void Checkpoint::read(const Tensor& tensor, const FloatSink& values) const {
  if (!isFloating(tensor.dtype))
    throw ModelError("wrong-dtype", "Tensor " + quote(tensor.name) + " holds " +
                                        dtypeName(tensor.dtype) +
                                        ", and weights have to be floating point: use the "
                                        "official file.");
  const TensorStorage& storage = storages_[tensor.storage];
  const std::size_t size = elementSize(tensor.dtype);
  const bool whole = tensor.offset == storage.offset && tensor.elements * size == storage.size;
  if (storage.hasCrc && !whole) verifyWhole(tensor);
  const auto most =
      static_cast<std::size_t>(std::min<std::uint64_t>(tensor.elements, chunkElements));
  std::vector<unsigned char> bytes(most * size);
  std::vector<float> floats(most);
  std::uint32_t crc = 0;
  for (std::uint64_t done = 0; done < tensor.elements; done += most) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(most, tensor.elements - done));
    source_->read(tensor.offset + done * size, bytes.data(), count * size);
    if (whole) crc = crc32(crc, bytes.data(), count * size);
    toFloat32(tensor.dtype, bytes.data(), count, floats.data());
    values(floats.data(), count);
  }
  if (storage.hasCrc && whole && crc != storage.crc) corrupt(tensor);
}

// Tensors that share a storage share its checksum, which is then taken at the first of them.
void Checkpoint::verifyWhole(const Tensor& tensor) const {
  if (verified_[tensor.storage]) return;
  const TensorStorage& storage = storages_[tensor.storage];
  std::vector<unsigned char> bytes(chunkElements * 4);
  std::uint32_t crc = 0;
  for (std::uint64_t done = 0; done < storage.size; done += bytes.size()) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), storage.size - done));
    source_->read(storage.offset + done, bytes.data(), count);
    crc = crc32(crc, bytes.data(), count);
  }
  if (crc != storage.crc) corrupt(tensor);
  verified_[tensor.storage] = true;
}

std::uint64_t countElements(const std::string& name, const std::vector<std::uint64_t>& shape) {
  constexpr std::uint64_t most = std::uint64_t{1} << 53;
  std::uint64_t elements = 1;
  bool empty = false;
  for (const std::uint64_t size : shape) {
    if (size == 0) empty = true;
    if (size > 0 && elements > most / size)
      throw ModelError("bad-tensor", "Tensor " + quote(name) +
                                         " claims an impossible shape: use the official file.");
    if (size > 0) elements *= size;
  }
  return empty ? 0 : elements;
}

Checkpoint openCheckpoint(const ByteSource& source) {
  unsigned char magic[8] = {};
  if (source.size() == 0)
    throw ModelError("not-a-checkpoint", "The file is empty: download the checkpoint again.");
  const auto known = static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), sizeof magic));
  source.read(0, magic, known);
  if (magic[0] == 'P' && magic[1] == 'K' && magic[2] < 8) return openTorchZip(source);
  if (magic[0] == 0x80 && magic[1] >= 1 && magic[1] <= 5)
    throw ModelError("old-checkpoint",
                     "This is a bare Python pickle, as PyTorch wrote before version 1.6, and not a "
                     "checkpoint's ZIP: load it in PyTorch and torch.save its state_dict() again.");
  if (looksLikeSafetensors(source)) return openSafetensors(source);
  throw ModelError("not-a-checkpoint",
                   "The file is neither a PyTorch checkpoint (.pth) nor a safetensors file: choose "
                   "ECGFounder's 12_lead_ECGFounder.pth or 1_lead_ECGFounder.pth.");
}

}  // namespace founder
