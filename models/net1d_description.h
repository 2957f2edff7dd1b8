#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/checkpoint.h"

namespace founder {

/// A stage: its first block halves the time axis and may widen the channels.
struct Net1DStage {
  int channels = 0;  ///< upstream's filter_list
  int middle = 0;    ///< between a block's convolutions: int(channels * ratio)
  int groups = 0;    ///< of the wide convolution: channels // groups_width
  int blocks = 0;    ///< upstream's m_blocks_list
};

/// The shape of a Net1D as ECGFounder's net1d.py builds it, with squeeze-and-excitation (r = 2),
/// Swish, stride 2, and use_bn=False: its BatchNorm tensors exist and are not used.
struct Net1D {
  int leads = 0;        ///< upstream's in_channels
  int baseFilters = 0;  ///< channels after the first convolution
  int kernel = 0;       ///< width of the first convolution and of each block's second one
  int classes = 0;
  std::vector<Net1DStage> stages;

  /// Channels of the last stage, which is the number of features.
  int features() const { return stages.empty() ? baseFilters : stages.back().channels; }
};

bool operator==(const Net1DStage& a, const Net1DStage& b);
bool operator==(const Net1D& a, const Net1D& b);

/// Upstream's constructor arguments, with the values of the official release.
struct Net1DConfig {
  int leads = 12;
  int baseFilters = 64;
  double ratio = 1;
  std::vector<int> filters = {64, 160, 160, 400, 400, 1024, 1024};
  std::vector<int> blocks = {2, 2, 2, 3, 3, 4, 4};
  int kernel = 16;
  int groupWidth = 16;
  int classes = 150;
};
Net1D makeNet1D(const Net1DConfig& config);

struct TensorShape {
  std::string name;
  std::vector<std::uint64_t> shape;
};

/// Every tensor of the state_dict, BatchNorm included, in upstream's order: 509 for the release.
std::vector<TensorShape> tensorList(const Net1D& net);

/// "stage_list.S.block_list.B."
std::string blockPrefix(std::size_t stage, int block);

/// The Net1D that a checkpoint holds, its sizes taken from the tensors' shapes. Then every name and
/// shape has to match, as with PyTorch's strict=True.
/// @throws ModelError `missing-tensor`, `unexpected-tensor`, `wrong-shape`, `wrong-dtype`, each
/// naming the tensor.
Net1D describe(const Checkpoint& checkpoint);

/// SAME padding as upstream computes it from the actual length: asymmetric, the odd one right.
struct Padding {
  std::uint64_t left = 0, right = 0;
};
Padding samePadding(std::uint64_t length, int kernel, int stride);

/// ceil(length / 2): what the first convolution and each stage's first block leave.
inline std::uint64_t halved(std::uint64_t length) { return (length + 1) / 2; }

/// Samples of the last feature map, and of the time map, for an input of `samples`.
std::uint64_t timeSteps(const Net1D& net, std::uint64_t samples);

/// JSON with the fields leads, baseFilters, kernel, classes, stages [{channels, middle, groups,
/// blocks}]; the reader throws ModelError `bad-description`.
std::string net1DToJson(const Net1D& net);
Net1D net1DFromJson(const std::string& text);

}  // namespace founder
