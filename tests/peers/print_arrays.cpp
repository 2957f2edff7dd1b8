// Prints a NumPy, MATLAB or JSON recording as JSON, for a comparison with independent readers:
// print_arrays FILE [samplingRate=500] [unitsPerMillivolt=1] [recording=1] [leads=I,II]
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "preprocess/formats/hdf5/hdf5.h"
#include "preprocess/formats/json/json.h"
#include "preprocess/formats/mat/mat.h"
#include "preprocess/formats/npy/npy.h"

namespace {

ecg::ReadOptions optionsOf(int count, char** values) {
  ecg::ReadOptions options;
  for (int i = 2; i < count; ++i) {
    const std::string option = values[i];
    const std::size_t at = option.find('=');
    const std::string name = option.substr(0, at), value = option.substr(at + 1);
    if (name == "samplingRate") options.samplingRate = std::stod(value);
    if (name == "unitsPerMillivolt") options.unitsPerMillivolt = std::stod(value);
    if (name == "recording") options.recording = std::stoul(value);
    for (std::size_t from = 0; name == "leads" && from <= value.size();) {
      const std::size_t to = std::min(value.find(',', from), value.size());
      options.leads.push_back(value.substr(from, to - from));
      from = to + 1;
    }
  }
  return options;
}

nlohmann::json toJson(const ecg::Recording& recording) {
  nlohmann::json out = {{"format", recording.format},
                        {"samplingRate", recording.samplingRate},
                        {"length", recording.length}};
  for (const auto& lead : recording.leads) out["leads"].push_back(lead.name);
  for (const auto& said : recording.diagnostics)
    out["diagnostics"].push_back(said.code + ": " + said.message);
  for (float sample : recording.samples)
    out["samples"].push_back(std::isnan(sample) ? nlohmann::json(nullptr) : nlohmann::json(sample));
  return out;
}

}  // namespace

int main(int count, char** values) {
  if (count < 2) return 2;
  std::ifstream stream(values[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  const std::string path = values[1];
  const ecg::FileSet files = {
      {path.substr(path.rfind('/') + 1),
       {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}}};
  for (const auto* format :
       {&ecg::npyFormat(), &ecg::hdf5Format(), &ecg::matFormat(), &ecg::jsonFormat()}) {
    if (format->sniff(files) == ecg::Match::none) continue;
    try {
      std::cout << toJson(format->read(files, optionsOf(count, values)).recording) << "\n";
      return 0;
    } catch (const ecg::InputError& error) {
      std::cout << nlohmann::json{{"code", error.code()}, {"error", error.what()}} << "\n";
      return 0;
    }
  }
  std::cout << nlohmann::json{{"code", "unsupported-format"}} << "\n";
  return 0;
}
