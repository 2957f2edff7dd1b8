#include <algorithm>
#include <map>

#include "models/checkpoint_formats.h"
#include "models/crc32.h"
#include "models/error.h"
#include "models/pickle.h"
#include "models/quote.h"
#include "models/zip_directory.h"

namespace founder {
namespace {

using Kind = Pickle::Kind;

[[noreturn]] void badTensor(const std::string& name, const std::string& what) {
  throw ModelError(
      "bad-tensor",
      "Tensor " + quote(name) + " of the checkpoint " + what +
          ": save the model's state_dict() with torch.save, or use the official file.");
}

class TorchZip {
 public:
  explicit TorchZip(const ByteSource& source);
  Checkpoint open();

 private:
  std::string readEntry(const ZipEntry& entry, std::uint64_t most) const;
  void checkByteOrder() const;
  Pickle::Ref stateDict(const Pickle& pickle) const;
  Tensor tensorAt(const Pickle& pickle, Pickle::Ref ref, const std::string& name);
  std::vector<std::uint64_t> numbers(const Pickle& pickle, Pickle::Ref ref,
                                     const std::string& name) const;
  std::size_t storageAt(const std::string& key, const std::string& name);

  const ByteSource& source_;
  std::vector<ZipEntry> entries_;
  std::map<std::string, const ZipEntry*> byName_;
  std::string prefix_;
  std::vector<TensorStorage> storages_;
  std::map<std::string, std::size_t> storageOfKey_;
};

TorchZip::TorchZip(const ByteSource& source) : source_(source), entries_(readZipDirectory(source)) {
  constexpr std::string_view pickleName = "/data.pkl";
  for (const ZipEntry& entry : entries_) {
    byName_[entry.name] = &entry;
    const std::size_t slash = entry.name.find('/');
    if (slash != std::string::npos && entry.name.substr(slash) == pickleName)
      prefix_ = entry.name.substr(0, slash + 1);
  }
  if (prefix_.empty())
    throw ModelError("not-a-checkpoint",
                     "The file is a ZIP but no PyTorch checkpoint, for it holds no data.pkl: if "
                     "the checkpoint is inside it, unzip it first.");
  for (const ZipEntry& entry : entries_)
    if (!entry.stored) zipDataOffset(source, entry);  // says which one is compressed
}

std::string TorchZip::readEntry(const ZipEntry& entry, std::uint64_t most) const {
  const std::uint64_t offset = zipDataOffset(source_, entry);
  if (entry.size > most)
    throw ModelError("too-large", "Entry " + quote(entry.name) + " of the checkpoint has " +
                                      std::to_string(entry.size) + " bytes where " +
                                      std::to_string(most) +
                                      " are the most that is sensible: use the official file.");
  std::string bytes(static_cast<std::size_t>(entry.size), '\0');
  source_.read(offset, bytes.data(), bytes.size());
  if (crc32(0, bytes.data(), bytes.size()) != entry.crc)
    throw ModelError("corrupt", "Entry " + quote(entry.name) +
                                    " does not match its checksum: the checkpoint was damaged on "
                                    "its way, download it again.");
  return bytes;
}

void TorchZip::checkByteOrder() const {
  const auto found = byName_.find(prefix_ + "byteorder");
  if (found != byName_.end() && readEntry(*found->second, 64) != "little")
    throw ModelError("bad-tensor",
                     "The checkpoint was saved on a big-endian machine: save it again on another.");
}

// The official layout keeps it under `state_dict`; torch.save(model.state_dict()) is nothing else.
Pickle::Ref TorchZip::stateDict(const Pickle& pickle) const {
  Pickle::Ref ref = pickle.find(pickle.root(), "state_dict");
  if (ref == Pickle::none) ref = pickle.root();
  const Pickle::Node& node = pickle[ref];
  const bool tensors = node.kind == Kind::dict && node.items.size() >= 2 &&
                       std::any_of(node.items.begin(), node.items.end(), [&](Pickle::Ref item) {
                         return pickle[item].kind == Kind::tensor;
                       });
  if (tensors) return ref;
  throw ModelError("no-state-dict",
                   "The checkpoint holds no state_dict of tensors, neither under that key nor by "
                   "itself: save model.state_dict() with torch.save.");
}

std::vector<std::uint64_t> TorchZip::numbers(const Pickle& pickle, Pickle::Ref ref,
                                             const std::string& name) const {
  const Pickle::Node& node = pickle[ref];
  if (node.kind != Kind::tuple || node.items.size() > 8) badTensor(name, "has no usable shape");
  std::vector<std::uint64_t> out;
  for (const Pickle::Ref item : node.items) {
    if (pickle[item].kind != Kind::integer || pickle[item].integer < 0)
      badTensor(name, "has no usable shape");
    out.push_back(static_cast<std::uint64_t>(pickle[item].integer));
  }
  return out;
}

std::size_t TorchZip::storageAt(const std::string& key, const std::string& name) {
  const auto known = storageOfKey_.find(key);
  if (known != storageOfKey_.end()) return known->second;
  const auto found = byName_.find(prefix_ + "data/" + key);
  if (found == byName_.end())
    badTensor(name, "has no data, for entry " + quote(prefix_ + "data/" + key) + " is missing");
  const ZipEntry& entry = *found->second;
  storages_.push_back(
      {entry.name, zipDataOffset(source_, entry), entry.size, entry.crc, /*hasCrc=*/true});
  return storageOfKey_[key] = storages_.size() - 1;
}

bool isContiguous(const std::vector<std::uint64_t>& shape,
                  const std::vector<std::uint64_t>& strides) {
  std::uint64_t expected = 1;
  for (std::size_t i = shape.size(); i-- > 0; expected *= shape[i])
    if (shape[i] > 1 && strides[i] != expected) return false;
  return true;
}

// Reads the arguments of _rebuild_tensor_v2: storage, offset, size, stride, and two of no interest.
Tensor TorchZip::tensorAt(const Pickle& pickle, Pickle::Ref ref, const std::string& name) {
  const std::vector<Pickle::Ref>& arguments = pickle[ref].items;
  const Pickle::Node& storage = pickle[arguments[0]];
  if (storage.kind != Kind::storage || pickle[arguments[1]].kind != Kind::integer ||
      pickle[arguments[1]].integer < 0)
    badTensor(name, "is not as torch.save writes it");
  const Pickle::Node &type = pickle[storage.items[1]], &key = pickle[storage.items[2]];
  if (type.kind != Kind::global || type.global->role != GlobalRole::storage ||
      key.kind != Kind::text)
    badTensor(name, "has a storage of an unknown type");
  Tensor tensor;
  tensor.name = name;
  tensor.dtype = type.global->type;
  tensor.shape = numbers(pickle, arguments[2], name);
  tensor.elements = countElements(name, tensor.shape);
  const std::vector<std::uint64_t> strides = numbers(pickle, arguments[3], name);
  if (strides.size() != tensor.shape.size() || !isContiguous(tensor.shape, strides))
    badTensor(name, "is a transposed or sliced view; call .contiguous() on it before saving");
  tensor.storage = storageAt(std::string(pickle.text(storage.items[2])), name);
  const TensorStorage& place = storages_[tensor.storage];
  const std::uint64_t held = place.size / elementSize(tensor.dtype);
  const auto first = static_cast<std::uint64_t>(pickle[arguments[1]].integer);
  if (first > held || tensor.elements > held - first)
    badTensor(name, "needs more than the " + std::to_string(place.size) + " bytes of entry " +
                        quote(place.name));
  tensor.offset = place.offset + first * elementSize(tensor.dtype);
  return tensor;
}

Checkpoint TorchZip::open() {
  checkByteOrder();
  const Pickle pickle(readEntry(*byName_.at(prefix_ + "data.pkl"), 16u << 20));
  const std::vector<Pickle::Ref>& items = pickle[stateDict(pickle)].items;
  std::vector<Tensor> tensors;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (pickle[items[i]].kind != Kind::text)
      throw ModelError("no-state-dict",
                       "The checkpoint's state_dict has a key that is no text: save "
                       "model.state_dict() with torch.save.");
    const std::string name(pickle.text(items[i]));
    if (pickle[items[i + 1]].kind != Kind::tensor) badTensor(name, "is no tensor");
    tensors.push_back(tensorAt(pickle, items[i + 1], name));
  }
  return Checkpoint(source_, Checkpoint::Format::torchZip, std::move(storages_),
                    std::move(tensors));
}

}  // namespace

Checkpoint openTorchZip(const ByteSource& source) { return TorchZip(source).open(); }

}  // namespace founder
