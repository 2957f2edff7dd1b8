#include "models/net1d/team.h"

/// What wasm/kernels.cmake makes a module of. It shares the memory of the core module, whose
/// structures it reads and writes, and of which each thread has an instance.
extern "C" {

__attribute__((export_name("runJob"))) void runJob(founder::Team* team, const founder::Job* job) {
  founder::runJob(team, job);
}

__attribute__((export_name("joinTeam"))) void joinTeam(founder::Team* team) {
  founder::joinTeam(team);
}
}
