#pragma once

#include <atomic>

#include "models/net1d/job.h"

namespace founder {

/// Threads that share a job's parts among themselves and the thread that has the job (`runJob`).
/// A thread that is late, or never comes, is not waited for: others take its parts. All zero at
/// first; only one thread may run jobs.
struct Team {
  /// The job's number, its parts, and the next of them that nobody has taken: one value, so that
  /// no part of a job that is over can be taken.
  std::atomic<std::uint32_t> state{0};
  std::atomic<std::uint32_t> finished{0};  ///< parts of the job
  std::atomic<std::uint32_t> asleep{0};    ///< threads that wait for a job
  std::atomic<std::uint32_t> over{0};      ///< not 0: the threads go
  Job job{};
};

inline constexpr std::uint32_t mostParts = 255;

/// Works for the team until it is dismissed. Between jobs a thread looks for the next for some tens
/// of microseconds, then sleeps.
void joinTeam(Team* team);

/// Sends the threads of joinTeam home.
void dismiss(Team& team);

}  // namespace founder
