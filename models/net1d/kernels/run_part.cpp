#include "models/net1d/kernels.h"

namespace founder {
namespace {

template <typename Work>
void runPartOf(const Job& job, Part part) {
  runPart(*static_cast<const Work*>(job.work), part);
}

}  // namespace

void runPart(const Job& job, std::size_t index) {
  const Part part{index, job.parts};
  switch (job.kernel) {
    case Kernel::multiply: return runPartOf<MultiplyWork>(job, part);
    case Kernel::convolve: return runPartOf<ConvolveWork>(job, part);
    case Kernel::connect: return runPartOf<ConnectWork>(job, part);
    case Kernel::mean: return runPartOf<MeanWork>(job, part);
    case Kernel::addIdentity: return runPartOf<AddIdentityWork>(job, part);
  }
}

}  // namespace founder
