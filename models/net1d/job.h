#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace founder {

/// A share of a layer's work: parts of the same layer may run at the same time, on any threads.
struct Part {
  std::size_t index = 0, count = 1;

  struct Range {
    std::size_t begin = 0, end = 0;
  };
  /// This part of `all` things, cut at multiples of `step`.
  Range of(std::size_t all, std::size_t step = 1) const {
    const std::uint64_t steps = (all + step - 1) / step;
    const auto cut = [&](std::size_t i) {
      return std::min(all, static_cast<std::size_t>(steps * i / count) * step);
    };
    return {cut(index), cut(index + 1)};
  }
};

enum class Kernel : std::uint32_t { multiply, convolve, connect, mean, addIdentity };

/// A layer's work and the kernel that does it. Plain data: in a browser the kernels are a module of
/// their own, which shares this one's memory but not its functions.
struct Job {
  Kernel kernel;
  const void* work;  ///< what the kernel takes, see kernels.h
  std::uint32_t parts;
};

/// Runs a part, 0 to parts - 1, of a job.
void runPart(const Job& job, std::size_t part);

struct Team;

/// Runs all parts of a job: on this thread, one after another, without a team (team.h).
void runJob(Team* team, const Job* job);

/// Who runs a network's layers: `run` is `runJob` or the same function of another module; layers
/// are cut into `parts`, 1 to mostParts (team.h).
struct Crew {
  void (*run)(Team* team, const Job* job) = nullptr;
  Team* team = nullptr;
  std::uint32_t parts = 1;
};

/// Runs work of a kernel: Work::kernel.
template <typename Work>
void run(const Crew& crew, const Work& work) {
  const Job job{Work::kernel, &work, crew.parts};
  crew.run(crew.team, &job);
}

}  // namespace founder
