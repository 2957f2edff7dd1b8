#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// Several leads in double precision, lead-major: sample t of lead l is `samples[l * length + t]`.
struct Signal {
  Signal(std::size_t leadCount, std::size_t samplesPerLead)
      : leads(leadCount), length(samplesPerLead), samples(leadCount * samplesPerLead) {}

  std::size_t leads;
  std::size_t length;
  std::vector<double> samples;

  const double* lead(std::size_t index) const { return samples.data() + index * length; }
  double* lead(std::size_t index) { return samples.data() + index * length; }
};

}  // namespace ecg
