#include "tests/support/corpus.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "preprocess/leads/names.h"

namespace ecg::test {
namespace {

using nlohmann::json;

constexpr double sampleRounding = 0.6e-5;   // five decimals
constexpr double extremeRounding = 0.6e-4;  // four decimals
constexpr double floatPrecision = 1e-6;     // relative, of a float

double number(const json& value) {
  return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> numbers(const json& values) {
  std::vector<double> out;
  for (const json& value : values) out.push_back(number(value));
  return out;
}

CorpusCase parseCase(const std::string& path, const json& entry) {
  CorpusCase out;
  out.path = path;
  out.samplingRate = entry.at("fs").get<double>();
  out.length = entry.at("n_samples").get<std::size_t>();
  out.leads = entry.at("leads").get<std::vector<std::string>>();
  const json first = entry.value("first8_mV", json::object());
  for (const std::string& lead : out.leads)
    out.first.push_back(first.contains(lead) ? numbers(first.at(lead)) : std::vector<double>());
  out.minimum = numbers(entry.value("min_mV", json::array()));
  out.maximum = numbers(entry.value("max_mV", json::array()));
  return out;
}

bool agree(double value, double expected, double rounding) {
  if (std::isnan(value) || std::isnan(expected)) return std::isnan(value) && std::isnan(expected);
  return std::fabs(value - expected) <= rounding + floatPrecision * std::fabs(expected);
}

class Report {
 public:
  template <typename A, typename B>
  void differ(const std::string& what, const A& found, const B& expected) {
    std::ostringstream line;
    line.precision(9);
    line << what << ": " << found << ", expected " << expected;
    lines.push_back(line.str());
  }
  void compare(const std::string& what, double found, double expected, double rounding) {
    if (!agree(found, expected, rounding)) differ(what, found, expected);
  }
  std::vector<std::string> lines;
};

/// Whether a lead is the one that the other reader names so, as the file does or canonically.
bool isNamed(const Lead& lead, const std::string& name) {
  return lead.storedName == name || lead.name == canonicalLeadName(name);
}

/// Compares the lead at the same place, or where that is another one, the one of the name.
void compareLead(const Recording& recording, const CorpusCase& expected, std::size_t lead,
                 Report& report) {
  const std::string name = "lead " + expected.leads[lead];
  std::size_t place = lead;
  if (!isNamed(recording.leads[lead], expected.leads[lead]))
    for (place = 0; place < recording.leads.size(); ++place)
      if (isNamed(recording.leads[place], expected.leads[lead])) break;
  if (place == recording.leads.size())
    return report.differ(name, recording.leads[lead].storedName, expected.leads[lead]);
  const float* samples = recording.lead(place);
  for (std::size_t t = 0; t < std::min(expected.first[lead].size(), recording.length); ++t)
    report.compare(name + " sample " + std::to_string(t), samples[t], expected.first[lead][t],
                   sampleRounding);
  double least = std::numeric_limits<double>::quiet_NaN();
  double greatest = least;
  for (std::size_t t = 0; t < recording.length; ++t) {
    least = std::fmin(least, samples[t]);
    greatest = std::fmax(greatest, samples[t]);
  }
  if (lead < expected.minimum.size())
    report.compare(name + " min", least, expected.minimum[lead], extremeRounding);
  if (lead < expected.maximum.size())
    report.compare(name + " max", greatest, expected.maximum[lead], extremeRounding);
}

}  // namespace

std::vector<std::uint8_t> loadFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path);
  return std::vector<std::uint8_t>(std::istreambuf_iterator<char>(stream), {});
}

std::vector<CorpusCase> corpusCases(const std::string& corpus,
                                    const std::vector<std::string>& prefixes) {
  std::ifstream stream(corpus + "/expected.json");
  if (!stream) {
    std::printf("No corpus at %s: its tests are skipped.\n", corpus.c_str());
    return {};
  }
  // JSON has no NaN; the file may.
  std::string text(std::istreambuf_iterator<char>(stream), {});
  for (const std::string word : {"-Infinity", "Infinity", "NaN"})
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
      if (text[at - 1] == ' ' || text[at - 1] == '[')
        text.replace(at, word.size(), "null");
      else
        at += word.size();
  std::vector<CorpusCase> cases;
  const json expected = json::parse(text);
  for (const auto& [path, entry] : expected.items()) {
    const std::string& name = path;
    const bool wanted = std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) {
      return name.compare(0, prefix.size(), prefix) == 0;
    });
    if (wanted && entry.contains("leads") && entry.contains("n_samples") && entry.contains("fs"))
      cases.push_back(parseCase(path, entry));
  }
  return cases;
}

OwnedFiles loadWithCompanions(const std::string& path) {
  const std::size_t base = path.find_last_of('/') + 1;
  const std::string directory = path.substr(0, base);
  OwnedFiles files;
  files.add(path.substr(base), loadFile(path));
  std::set<std::string> asked;
  for (bool added = true; added;) {
    added = false;
    for (const std::string& name : missingFiles(files.set())) {
      if (!asked.insert(name).second || !std::ifstream(directory + name)) continue;
      files.add(name, loadFile(directory + name));
      added = true;
    }
  }
  return files;
}

std::vector<std::string> differencesFromExpected(const Recording& recording,
                                                 const CorpusCase& expected) {
  Report report;
  // Rates are rounded in the file too.
  if (std::fabs(recording.samplingRate - expected.samplingRate) > 1e-3)
    report.differ("sampling rate", recording.samplingRate, expected.samplingRate);
  if (recording.length != expected.length)
    report.differ("length", recording.length, expected.length);
  if (recording.leads.size() != expected.leads.size())
    report.differ("leads", recording.leads.size(), expected.leads.size());
  else
    for (std::size_t lead = 0; lead < expected.leads.size(); ++lead)
      compareLead(recording, expected, lead, report);
  return report.lines;
}

}  // namespace ecg::test
