#include <algorithm>
#include <cctype>
#include <set>

#include "models/error.h"
#include "models/net1d_description.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr int mostStages = 32, mostBlocks = 64;
constexpr std::uint64_t mostChannels = 1 << 16;

[[noreturn]] void missing(const std::string& name) {
  throw ModelError("missing-tensor",
                   "The checkpoint has no tensor " + quote(name) +
                       ", so it is no complete Net1D of ECGFounder: use the official file.");
}

[[noreturn]] void unexpected(const std::string& name) {
  throw ModelError("unexpected-tensor", "The checkpoint holds tensor " + quote(name) +
                                            ", which is no part of ECGFounder's Net1D: use the "
                                            "official file.");
}

std::string text(const std::vector<std::uint64_t>& shape) {
  std::string out = "[";
  for (const std::uint64_t size : shape) out += (out.size() > 1 ? ", " : "") + std::to_string(size);
  return out + "]";
}

[[noreturn]] void wrongShape(const Tensor& tensor, const std::string& wanted) {
  throw ModelError("wrong-shape", "Tensor " + quote(tensor.name) + " has shape " +
                                      text(tensor.shape) + " where " + wanted +
                                      " is needed: use the official file.");
}

// The shape of a tensor that has to have `dimensions`, each of a sensible size.
std::vector<int> shapeOf(const Checkpoint& checkpoint, const std::string& name,
                         std::size_t dimensions) {
  const Tensor* tensor = checkpoint.find(name);
  if (tensor == nullptr) missing(name);
  const auto sensible = [](std::uint64_t size) { return size >= 1 && size <= mostChannels; };
  if (tensor->shape.size() != dimensions ||
      !std::all_of(tensor->shape.begin(), tensor->shape.end(), sensible))
    wrongShape(*tensor, "one of " + std::to_string(dimensions) + " dimensions up to 65536");
  return {tensor->shape.begin(), tensor->shape.end()};
}

// The number at `at`, which is moved past it and the following dot; -1 if there is none.
int numberAt(const std::string& name, std::size_t& at) {
  int value = 0;
  const std::size_t begin = at;
  while (at < name.size() && at - begin < 4 && std::isdigit(static_cast<unsigned char>(name[at])))
    value = value * 10 + (name[at++] - '0');
  if (at == begin || at >= name.size() || name[at] != '.') return -1;
  ++at;
  return value;
}

// Blocks of each stage, from the names alone.
std::vector<int> countBlocks(const Checkpoint& checkpoint) {
  const std::string stageList = "stage_list.", blockList = "block_list.";
  std::vector<int> blocks;
  for (const Tensor& tensor : checkpoint.tensors()) {
    const std::string& name = tensor.name;
    if (name.compare(0, stageList.size(), stageList) != 0) continue;
    std::size_t at = stageList.size();
    const int stage = numberAt(name, at);
    if (name.compare(at, blockList.size(), blockList) != 0) unexpected(name);
    at += blockList.size();
    const int block = numberAt(name, at);
    if (stage < 0 || stage >= mostStages || block < 0 || block >= mostBlocks) unexpected(name);
    if (blocks.size() <= static_cast<std::size_t>(stage)) blocks.resize(stage + 1u);
    blocks[stage] = std::max(blocks[stage], block + 1);
  }
  return blocks;
}

Net1DStage describeStage(const Checkpoint& checkpoint, std::size_t index, int blocks) {
  const std::string prefix = blockPrefix(index, 0);
  const std::vector<int> wide = shapeOf(checkpoint, prefix + "conv2.conv.weight", 3);
  const std::vector<int> last = shapeOf(checkpoint, prefix + "conv3.conv.weight", 3);
  if (wide[0] % wide[1] != 0)
    wrongShape(*checkpoint.find(prefix + "conv2.conv.weight"), "one of whole groups");
  if (last[0] < 2) wrongShape(*checkpoint.find(prefix + "conv3.conv.weight"), "two channels");
  return {last[0], wide[0], wide[0] / wide[1], std::max(blocks, 1)};
}

void demandMatch(const Checkpoint& checkpoint, const std::vector<TensorShape>& wanted) {
  std::set<std::string> names;
  for (const TensorShape& tensor : wanted) {
    const Tensor* found = checkpoint.find(tensor.name);
    if (found == nullptr) missing(tensor.name);
    if (found->shape != tensor.shape) wrongShape(*found, text(tensor.shape));
    const bool counter = tensor.shape.empty();
    if (!counter && !isFloating(found->dtype))
      throw ModelError("wrong-dtype", "Tensor " + quote(tensor.name) + " holds " +
                                          dtypeName(found->dtype) +
                                          " where floating point is needed: use the official "
                                          "file.");
    names.insert(tensor.name);
  }
  for (const Tensor& tensor : checkpoint.tensors())
    if (names.count(tensor.name) == 0) unexpected(tensor.name);
}

// Channels never shrink along the network: upstream has no identity path for that.
void demandGrowth(const Checkpoint& checkpoint, const Net1D& net) {
  int in = net.baseFilters;
  for (std::size_t s = 0; s < net.stages.size(); ++s) {
    if (net.stages[s].channels < in)
      wrongShape(*checkpoint.find(blockPrefix(s, 0) + "conv3.conv.weight"),
                 "at least " + std::to_string(in) + " channels");
    in = net.stages[s].channels;
  }
}

}  // namespace

Net1D describe(const Checkpoint& checkpoint) {
  Net1D net;
  const std::vector<int> first = shapeOf(checkpoint, "first_conv.conv.weight", 3);
  net.baseFilters = first[0];
  net.leads = first[1];
  net.kernel = first[2];
  net.classes = shapeOf(checkpoint, "dense.weight", 2)[0];
  const std::vector<int> blocks = countBlocks(checkpoint);
  if (blocks.empty()) missing(blockPrefix(0, 0) + "conv1.conv.weight");
  for (std::size_t s = 0; s < blocks.size(); ++s)
    net.stages.push_back(describeStage(checkpoint, s, blocks[s]));
  demandMatch(checkpoint, tensorList(net));
  demandGrowth(checkpoint, net);
  return net;
}

}  // namespace founder
