#include "models/net1d/run.h"

#include <algorithm>
#include <utility>

#include "models/error.h"
#include "models/net1d/kernels.h"

namespace founder {
namespace {

constexpr std::size_t lineFloats = 16;  // of a cache line
constexpr std::uint64_t mostBytes = std::uint64_t{1} << 31;

/// Floats from one row to the next: room for a kernel's last tile, and an odd number of cache
/// lines, so that a column's samples do not fall into the same few sets of the cache.
std::size_t strideOf(std::size_t columns) {
  return ((columns + tileColumns + lineFloats - 1) / lineFloats | 1) * lineFloats;
}

Buffer<float> buffer(std::uint64_t count) { return Buffer<float>(static_cast<std::size_t>(count)); }

}  // namespace

/// Floats that a run needs, from the shapes of all layers.
struct Net1DRun::Plan {
  std::uint64_t signal = 0, middle = 0, wide = 0, columns = 0, vectors = 0;

  Plan(const Net1DModel& model, std::size_t windows) {
    const auto grow = [](std::uint64_t& most, std::uint64_t count) {
      most = std::max(most, count);
    };
    std::size_t length = model.samples();
    std::uint64_t channels = model.first().layer.weights.rows();
    grow(columns, convolveWorkspace(model.first(), length, windows));
    length = halved(length);
    grow(signal, channels * strideOf(windows * length));
    for (const Net1DBlock& block : model.blocks()) {
      const std::uint64_t inner = block.narrow.weights.rows();
      const std::size_t before = windows * length;
      grow(columns, multiplyWorkspace(channels, before));
      grow(columns, convolveWorkspace(block.wide, length, windows));
      grow(middle, inner * strideOf(before));
      if (block.wide.stride == 2) length = halved(length);
      const std::size_t after = windows * length, stride = strideOf(after);
      channels = block.last.weights.rows();
      grow(wide, inner * stride);
      grow(columns, multiplyWorkspace(inner, after));
      grow(middle, channels * stride);
      grow(signal, channels * stride);
      grow(vectors, strideOf(channels));
    }
    grow(columns, multiplyWorkspace(channels, windows * length));
  }
};

Net1DRun::Net1DRun(const Net1DModel& model, std::size_t windows, Crew crew)
    : model_(model),
      capacity_(std::clamp<std::size_t>(windows, 1, mostWindows)),
      crew_(crew),
      workspaces_(crew.parts) {
  const Plan plan(model, capacity_);
  const std::uint64_t classes = static_cast<std::uint64_t>(model.net().classes);
  const std::uint64_t leads = static_cast<std::uint64_t>(model.net().leads);
  const std::uint64_t inputs = leads * capacity_ * model.samples();
  const std::size_t mapStride = strideOf(capacity_ * timeSteps());
  const std::size_t outputs = strideOf(static_cast<std::size_t>(classes));
  const std::uint64_t floats = 2 * plan.signal + plan.middle + plan.wide +
                               capacity_ * (4 * plan.vectors + outputs) + classes * mapStride;
  if ((floats + crew.parts * plan.columns + inputs) * sizeof(float) > mostBytes)
    throw ModelError("too-large", std::to_string(capacity_) +
                                      " windows at once need more than 2 GiB: run fewer.");
  for (Workspace& workspace : workspaces_) {
    workspace.strip = Buffer<float>(model.largestStrip() + simd::lanes);
    workspace.columns = buffer(plan.columns);
    workspace.columns.clear();
  }
  input_ = buffer(inputs);
  arena_ = buffer(floats);
  arena_.clear();
  float* at = arena_.data();
  const auto take = [&](std::uint64_t count) { return std::exchange(at, at + count); };
  signal_.at = take(plan.signal);
  spare_ = take(plan.signal);
  middle_ = take(plan.middle);
  wide_ = take(plan.wide);
  for (Rows* rows : {&mean_, &squeezed_, &scale_, &features_})
    *rows = {take(capacity_ * plan.vectors), static_cast<std::size_t>(plan.vectors)};
  logits_ = {take(capacity_ * outputs), outputs};
  map_ = {take(classes * mapStride), mapStride};
}

std::size_t Net1DRun::timeSteps() const {
  return static_cast<std::size_t>(founder::timeSteps(model_.net(), model_.samples()));
}

std::size_t Net1DRun::bytes() const {
  std::size_t floats = input_.size() + arena_.size();
  for (const Workspace& workspace : workspaces_)
    floats += workspace.strip.size() + workspace.columns.size();
  return 4 * floats;
}

const float* Net1DRun::timeMap(std::size_t window, std::size_t k) const {
  return map_.row(k) + window * timeSteps();
}

void Net1DRun::begin(std::size_t windows, bool wantTimeMap) {
  windows_ = std::clamp<std::size_t>(windows, 1, capacity_);
  wantTimeMap_ = wantTimeMap;
  step_ = 0;
}

bool Net1DRun::step() {
  const std::size_t step = step_++;
  if (step >= steps()) return false;
  if (step == 0)
    runFirst();
  else if (step <= model_.blocks().size())
    runBlock(model_.blocks()[step - 1], channels_);
  else
    runHead();
  return step_ < steps();
}

void Net1DRun::runMultiply(const Layer& layer, Rows in, Rows out, std::size_t columns) {
  founder::run(crew_, MultiplyWork{&layer, in, out, columns, workspaces_.data()});
}

void Net1DRun::runConvolve(const Convolution& convolution, const Signals& in, Rows out) {
  const Padded shape(convolution, in.length);
  founder::run(crew_, ConvolveWork{&convolution, shape, in, out, workspaces_.data()});
}

void Net1DRun::runConnect(const Layer& layer, Rows in, Rows out) {
  founder::run(crew_, ConnectWork{&layer, in, out, windows_, workspaces_.data()});
}

void Net1DRun::runMean(const Signals& in, std::size_t channels, Rows to) {
  founder::run(crew_, MeanWork{in, channels, to});
}

void Net1DRun::runFirst() {
  const std::size_t samples = model_.samples();
  const auto leads = static_cast<std::size_t>(model_.net().leads);
  length_ = halved(samples);
  channels_ = model_.first().layer.weights.rows();
  signal_.stride = strideOf(windows_ * length_);
  runConvolve(model_.first(), {input_.data(), samples, leads * samples, samples, windows_},
              signal_);
}

void Net1DRun::runBlock(const Net1DBlock& block, std::size_t channels) {
  const bool pool = block.wide.stride == 2;
  const std::size_t length = pool ? halved(length_) : length_;
  const std::size_t before = windows_ * length_, after = windows_ * length,
                    stride = strideOf(after);
  const Rows narrow{middle_, strideOf(before)}, wide{wide_, stride}, last{middle_, stride};
  runMultiply(block.narrow, signal_, narrow, before);
  runConvolve(block.wide, signals(narrow, length_), wide);
  runMultiply(block.last, wide, last, after);

  AddIdentityWork residual{};
  residual.block = signals(last, length);
  residual.identity = signals(signal_, length_);
  residual.channels = block.last.weights.rows();
  residual.identityChannels = channels;
  residual.pool = pool;
  residual.scale = scale_;
  runMean(residual.block, residual.channels, mean_);
  runConnect(block.squeeze, mean_, squeezed_);
  runConnect(block.excite, squeezed_, scale_);
  const bool inPlace = !pool && residual.channels == channels;
  residual.to = {inPlace ? signal_.at : spare_, stride};
  founder::run(crew_, residual);
  if (!inPlace) spare_ = std::exchange(signal_.at, spare_);
  signal_.stride = stride;
  length_ = length;
  channels_ = residual.channels;
}

void Net1DRun::runHead() {
  runMean(signals(signal_, length_), channels_, features_);
  runConnect(model_.dense(), features_, logits_);
  if (!wantTimeMap_) return;
  runMultiply(model_.dense(), signal_, map_, windows_ * length_);
  const auto classes = static_cast<std::size_t>(model_.net().classes);
  for (std::size_t k = 0; k < classes; ++k)
    for (std::size_t t = 0; t < windows_ * length_; ++t)
      map_.row(k)[t] /= static_cast<float>(length_);
}

}  // namespace founder
