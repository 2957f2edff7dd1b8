#include "models/net1d_description.h"

#include <algorithm>
#include <tuple>

namespace founder {
namespace {

class ListBuilder {
 public:
  std::vector<TensorShape> list;

  void convolution(const std::string& name, int out, int in, int kernel) {
    add(name + ".weight", {out, in, kernel});
    add(name + ".bias", {out});
  }
  void linear(const std::string& name, int out, int in) {
    add(name + ".weight", {out, in});
    add(name + ".bias", {out});
  }
  void batchNorm(const std::string& name, int channels) {
    for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
      add(name + part, {channels});
    add(name + ".num_batches_tracked", {});
  }

 private:
  void add(const std::string& name, const std::vector<int>& shape) {
    list.push_back({name, {shape.begin(), shape.end()}});
  }
};

void addBlock(ListBuilder& builder, const std::string& prefix, const Net1D& net,
              const Net1DStage& stage, int in) {
  builder.batchNorm(prefix + "bn1", in);
  builder.convolution(prefix + "conv1.conv", stage.middle, in, 1);
  builder.batchNorm(prefix + "bn2", stage.middle);
  builder.convolution(prefix + "conv2.conv", stage.middle, stage.middle / stage.groups, net.kernel);
  builder.batchNorm(prefix + "bn3", stage.middle);
  builder.convolution(prefix + "conv3.conv", stage.channels, stage.middle, 1);
  builder.linear(prefix + "se_fc1", stage.channels / 2, stage.channels);
  builder.linear(prefix + "se_fc2", stage.channels, stage.channels / 2);
}

}  // namespace

bool operator==(const Net1DStage& a, const Net1DStage& b) {
  return std::tie(a.channels, a.middle, a.groups, a.blocks) ==
         std::tie(b.channels, b.middle, b.groups, b.blocks);
}

bool operator==(const Net1D& a, const Net1D& b) {
  return std::tie(a.leads, a.baseFilters, a.kernel, a.classes, a.stages) ==
         std::tie(b.leads, b.baseFilters, b.kernel, b.classes, b.stages);
}

Net1D makeNet1D(const Net1DConfig& config) {
  Net1D net;
  net.leads = config.leads;
  net.baseFilters = config.baseFilters;
  net.kernel = config.kernel;
  net.classes = config.classes;
  for (std::size_t i = 0; i < config.filters.size(); ++i)
    net.stages.push_back({config.filters[i], static_cast<int>(config.filters[i] * config.ratio),
                          config.filters[i] / config.groupWidth, config.blocks[i]});
  return net;
}

std::string blockPrefix(std::size_t stage, int block) {
  return "stage_list." + std::to_string(stage) + ".block_list." + std::to_string(block) + ".";
}

std::vector<TensorShape> tensorList(const Net1D& net) {
  ListBuilder builder;
  builder.convolution("first_conv.conv", net.baseFilters, net.leads, net.kernel);
  builder.batchNorm("first_bn", net.baseFilters);
  int in = net.baseFilters;
  for (std::size_t s = 0; s < net.stages.size(); ++s)
    for (int b = 0; b < net.stages[s].blocks; ++b) {
      addBlock(builder, blockPrefix(s, b), net, net.stages[s], in);
      in = net.stages[s].channels;
    }
  builder.linear("dense", net.classes, net.features());
  return std::move(builder.list);
}

Padding samePadding(std::uint64_t length, int kernel, int stride) {
  const std::uint64_t step = static_cast<std::uint64_t>(stride);
  const std::uint64_t needed = ((length + step - 1) / step - 1) * step + kernel;
  const std::uint64_t total = needed > length ? needed - length : 0;
  return {total / 2, total - total / 2};
}

std::uint64_t timeSteps(const Net1D& net, std::uint64_t samples) {
  std::uint64_t length = halved(samples);
  for (std::size_t s = 0; s < net.stages.size(); ++s) length = halved(length);
  return length;
}

}  // namespace founder
