#pragma once

#include "models/net1d/job.h"
#include "models/net1d/model.h"

namespace founder {

/// Runs a model on up to `windows` windows at once. All memory is taken when it is made: running
/// takes none. The same window gives the same bits whatever the number of windows, its place among
/// them, and the number of parts and threads.
class Net1DRun {
 public:
  static constexpr std::size_t mostWindows = 1024;
  /// For at least one window and at most `mostWindows`; run by the crew, in whose parts.
  /// @throws ModelError `too-large` where they would need more than 2 GiB.
  Net1DRun(const Net1DModel& model, std::size_t windows, Crew crew = {runJob, nullptr, 1});

  std::size_t capacity() const { return capacity_; }
  /// Where the windows go: float32 [windows, leads, samples].
  float* input() { return input_.data(); }
  /// Starts a run of the first `windows` windows of input(), at least 1 and at most capacity().
  void begin(std::size_t windows, bool wantTimeMap);
  /// Runs the next of steps() steps (the first convolution, a block, or the head); false once all
  /// are done. Between steps a caller may report progress, or stop and begin anew.
  bool step();
  std::size_t steps() const { return model_.blocks().size() + 2; }

  std::size_t timeSteps() const;
  const float* logits(std::size_t window) const { return logits_.row(window); }      ///< [classes]
  const float* features(std::size_t window) const { return features_.row(window); }  ///< [channels]
  /// Class k's map, [timeSteps]: it sums to the logit. Only after a run that wanted it.
  const float* timeMap(std::size_t window, std::size_t k) const;
  /// Bytes taken for the run, the model's weights not counted.
  std::size_t bytes() const;

 private:
  struct Plan;
  Signals signals(Rows rows, std::size_t length) const {
    return {rows.at, rows.stride, length, length, windows_};
  }
  void runFirst();
  void runMultiply(const Layer& layer, Rows in, Rows out, std::size_t columns);
  void runConvolve(const Convolution& convolution, const Signals& in, Rows out);
  void runConnect(const Layer& layer, Rows in, Rows out);
  void runMean(const Signals& in, std::size_t channels, Rows to);
  void runBlock(const Net1DBlock& block, std::size_t channels);
  void runHead();

  const Net1DModel& model_;
  std::size_t capacity_, windows_ = 0, step_ = 0;
  bool wantTimeMap_ = false;
  Crew crew_;
  std::vector<Workspace> workspaces_;  ///< one a part
  Buffer<float> input_, arena_;
  float *middle_ = nullptr, *wide_ = nullptr, *spare_ = nullptr;
  Rows mean_, squeezed_, scale_, logits_, features_, map_;
  Rows signal_;             ///< the blocks' input and output
  std::size_t length_ = 0;  ///< of a window in it
  std::size_t channels_ = 0;
};

}  // namespace founder
