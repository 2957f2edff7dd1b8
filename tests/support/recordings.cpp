#include "tests/support/recordings.h"

namespace ecg::testing {

Recording recordingOf(const std::vector<NamedLead>& leads, double samplingRate) {
  Recording recording;
  recording.format = "test";
  recording.samplingRate = samplingRate;
  recording.length = leads.empty() ? 0 : leads[0].samples.size();
  for (const NamedLead& lead : leads) {
    recording.leads.push_back({lead.name, lead.name, lead.unit});
    recording.samples.insert(recording.samples.end(), lead.samples.begin(), lead.samples.end());
  }
  return recording;
}

std::string messageOf(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == code) return diagnostic.message;
  return "";
}

bool says(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
  return !messageOf(diagnostics, code).empty();
}

}  // namespace ecg::testing
