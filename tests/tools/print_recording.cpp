// Prints what is read of a recording as JSON, for a comparison with independent readers:
// print_recording [rate=HZ] [units=PER_MV] [recording=N] [leads=I,II] FILE...
// With --each LIST a line of JSON for every line of the file LIST, which holds such arguments with
// tabs between them; what cannot be read is {"error": code, "message": sentence} there.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/owned_files.h"

namespace {

std::vector<std::string> split(const std::string& text, char between) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(between, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

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
  if (name == "leads") options.leads = split(value, ',');
}

nlohmann::json read(const std::vector<std::string>& arguments) {
  ecg::ReadOptions options;
  ecg::test::OwnedFiles files;
  for (const std::string& argument : arguments) {
    std::ifstream stream(argument, std::ios::binary);
    if (stream)
      files.add(argument.substr(argument.rfind('/') + 1),
                std::vector<std::uint8_t>(std::istreambuf_iterator<char>(stream), {}));
    else
      setOption(argument.substr(0, argument.find('=')), argument.substr(argument.find('=') + 1),
                options);
  }
  return toJson(ecg::readRecording(files.set(), options).recording);
}

void printEach(std::istream& list) {
  for (std::string line; std::getline(list, line);) {
    try {
      std::cout << read(split(line, '\t')) << "\n";
    } catch (const ecg::InputError& error) {
      std::cout << nlohmann::json{{"error", error.code()}, {"message", error.what()}} << "\n";
    }
  }
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.size() == 2 && arguments[0] == "--each") {
    std::ifstream list(arguments[1]);
    printEach(list);
    return list.eof() ? 0 : 2;
  }
  try {
    std::cout << read(arguments) << "\n";
    return 0;
  } catch (const ecg::InputError& error) {
    std::cerr << error.code() << ": " << error.what() << "\n";
    return 1;
  }
}
