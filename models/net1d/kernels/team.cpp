#include "models/net1d/team.h"

#ifndef __wasm__
#include <thread>
#endif

namespace founder {
namespace {

using Number = std::atomic<std::uint32_t>;

constexpr int looks = 1 << 15;

constexpr std::uint32_t partsOf(std::uint32_t state) { return state >> 8 & mostParts; }
constexpr std::uint32_t nextOf(std::uint32_t state) { return state & mostParts; }
constexpr bool anyLeft(std::uint32_t state) { return nextOf(state) < partsOf(state); }
constexpr std::uint32_t begun(std::uint32_t before, std::uint32_t parts) {
  return ((before >> 16) + 1) << 16 | parts << 8;
}

/// Returns once the number is another one, or earlier.
void waitForChange([[maybe_unused]] Number& number, [[maybe_unused]] std::uint32_t from) {
#ifdef __wasm_atomics__
  __builtin_wasm_memory_atomic_wait32(reinterpret_cast<int*>(&number), static_cast<int>(from), -1);
#elif !defined(__wasm__)
  if (number.load() == from) std::this_thread::yield();
#endif
}

void wake([[maybe_unused]] Number& number) {
#ifdef __wasm_atomics__
  __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(&number), mostParts);
#endif
}

/// Takes a part and runs it; false where none was left, or another thread was faster.
bool runOne(Team& team) {
  std::uint32_t state = team.state.load(std::memory_order_acquire);
  if (!anyLeft(state)) return false;
  if (!team.state.compare_exchange_strong(state, state + 1, std::memory_order_acq_rel)) return true;
  runPart(team.job, nextOf(state));
  team.finished.fetch_add(1, std::memory_order_release);
  return true;
}

}  // namespace

void runJob(Team* team, const Job* job) {
  if (!team || job->parts == 1) {
    for (std::uint32_t part = 0; part < job->parts; ++part) runPart(*job, part);
    return;
  }
  team->job = *job;
  team->finished.store(0, std::memory_order_relaxed);
  team->state.store(begun(team->state.load(std::memory_order_relaxed), job->parts));
  if (team->asleep.load() > 0) wake(team->state);
  while (runOne(*team)) {
  }
  while (team->finished.load(std::memory_order_acquire) < job->parts) {
  }
}

void joinTeam(Team* team) {
  while (team->over.load(std::memory_order_acquire) == 0) {
    if (runOne(*team)) continue;
    const std::uint32_t state = team->state.load(std::memory_order_acquire);
    int look = 0;
    while (look < looks && team->state.load(std::memory_order_acquire) == state) ++look;
    if (look < looks || anyLeft(state)) continue;
    team->asleep.fetch_add(1);
    if (team->over.load() == 0) waitForChange(team->state, state);
    team->asleep.fetch_sub(1);
  }
}

void dismiss(Team& team) {
  team.over.store(1);
  team.state.store(begun(team.state.load(), 0));
  wake(team.state);
}

}  // namespace founder
