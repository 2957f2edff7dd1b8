// Prints an HL7 aECG, Mortara or Schiller recording as JSON, for a comparison with independent
// readers: print_xml_ecg FILE [RECORDING]
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "preprocess/formats/aecg/aecg.h"
#include "preprocess/formats/mortara/mortara.h"
#include "preprocess/formats/schiller/schiller.h"

int main(int count, char** values) {
  if (count < 2) return 2;
  const std::string path = values[1];
  std::ifstream stream(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  const ecg::ByteView view = {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  const ecg::FileSet files = {{path.substr(path.rfind('/') + 1), view}};
  ecg::ReadOptions options;
  if (count > 2) options.recording = std::stoul(values[2]);
  for (const auto* format : {&ecg::aecgFormat(), &ecg::mortaraFormat(), &ecg::schillerFormat()}) {
    if (format->sniff(files) == ecg::Match::none) continue;
    try {
      const ecg::Recording recording = format->read(files, options).recording;
      nlohmann::json out = {{"samplingRate", recording.samplingRate}};
      for (std::size_t i = 0; i < recording.leads.size(); ++i) {
        nlohmann::json samples = nlohmann::json::array();
        for (std::size_t t = 0; t < recording.length; ++t) {
          const float value = recording.lead(i)[t];
          samples.push_back(std::isnan(value) ? nlohmann::json(nullptr) : nlohmann::json(value));
        }
        out["leads"].push_back({{"name", recording.leads[i].storedName}, {"samples", samples}});
      }
      std::cout << out << "\n";
      return 0;
    } catch (const ecg::InputError& error) {
      std::cerr << error.code() << ": " << error.what() << "\n";
      return 1;
    }
  }
  std::cerr << "none of these formats\n";
  return 1;
}
