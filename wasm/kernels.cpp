#include "models/net1d/team.h"

/// The kernels' module, of which each thread has an instance. It shares the core's memory, and
/// reads and writes the structures that the core has there: both are built by the same compiler.
extern "C" {

__attribute__((export_name("runJob"))) void runJob(founder::Team* team, const founder::Job* job) {
  founder::runJob(team, job);
}

__attribute__((export_name("joinTeam"))) void joinTeam(founder::Team* team) {
  founder::joinTeam(team);
}
}
