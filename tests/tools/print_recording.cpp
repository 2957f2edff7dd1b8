// Prints what is read of a recording as JSON, for a comparison with independent readers:
// print_recording [rate=HZ] [units=PER_MV] [recording=N] [leads=I,II] FILE...
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/owned_files.h"

namespace {

nlohmann::json toJson(const ecg::Recording& recording) {
  nlohmann::json out = {{"format", recording.format}, {"rate", recording.samplingRate}};
  for (std::size_t i = 0; i < recording.leads.size(); ++i) {
    nlohmann::json samples = nlohmann::json::array();
    for (std::size_t t = 0; t < recording.length; ++t) {
      const float value = recording.lead(i)[t];
      samples.push_back(std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr));
    }
    const ecg::Lead& lead = recording.leads[i];
    out["leads"].push_back({{"name", lead.name},
                            {"storedName", lead.storedName},
                            {"unit", lead.unit},
                            {"samples", samples}});
  }
  return out;
}

void setOption(const std::string& name, const std::string& value, ecg::ReadOptions& options) {
  if (name == "rate") options.samplingRate = std::stod(value);
  if (name == "units") options.unitsPerMillivolt = std::stod(value);
  if (name == "recording") options.recording = std::stoul(value);
  if (name != "leads") return;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find(',', at), value.size());
    options.leads.push_back(value.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

int main(int count, char** values) {
  ecg::ReadOptions options;
  ecg::test::OwnedFiles files;
  for (int i = 1; i < count; ++i) {
    const std::string argument = values[i];
    std::ifstream stream(argument, std::ios::binary);
    if (stream)
      files.add(argument.substr(argument.rfind('/') + 1),
                std::vector<std::uint8_t>(std::istreambuf_iterator<char>(stream), {}));
    else
      setOption(argument.substr(0, argument.find('=')), argument.substr(argument.find('=') + 1),
                options);
  }
  try {
    std::cout << toJson(ecg::readRecording(files.set(), options).recording) << "\n";
    return 0;
  } catch (const ecg::InputError& error) {
    std::cerr << error.code() << ": " << error.what() << "\n";
    return 1;
  }
}
