#include "tests/support/every_format.h"

#include <cmath>
#include <map>

#include "preprocess/leads/names.h"
#include "tests/support/aecg_writer.h"
#include "tests/support/atc_writer.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/edf_writer.h"
#include "tests/support/ishne_writer.h"
#include "tests/support/mat_writer.h"
#include "tests/support/mfer_writer.h"
#include "tests/support/mortara_writer.h"
#include "tests/support/muse_writer.h"
#include "tests/support/numpy_writer.h"
#include "tests/support/put_bytes.h"
#include "tests/support/schiller_writer.h"
#include "tests/support/scp_writer.h"
#include "tests/support/sierra_writer.h"

namespace ecg::test {
namespace {

constexpr int microvoltsPerStep = 5;

std::size_t lengthOf(const SteppedEcg& ecg) { return ecg.steps.front().size(); }

/// The lead's number in SCP-ECG, MFER and MDC.
int standardCode(const std::string& lead) {
  static const std::map<std::string, int> codes = {
      {"I", 1},  {"II", 2}, {"V1", 3},   {"V2", 4},   {"V3", 5},   {"V4", 6},
      {"V5", 7}, {"V6", 8}, {"III", 61}, {"aVR", 62}, {"aVL", 63}, {"aVF", 64}};
  return codes.at(lead);
}

std::string join(const std::vector<int>& numbers, const char* between) {
  std::string out;
  for (const int number : numbers) out += (out.empty() ? "" : between) + std::to_string(number);
  return out;
}

std::string asDicom(const SteppedEcg& ecg) {
  DicomFile file;
  DicomGroup& group = file.groups[0];
  group.samples = static_cast<int>(lengthOf(ecg));
  group.channels.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    DicomChannel channel;
    channel.code = "2:" + std::to_string(standardCode(ecg.leads[i]));
    channel.meaning = "Lead " + ecg.leads[i];
    channel.sensitivity = "5";
    channel.sample = [&steps = ecg.steps[i]](int t) { return steps[static_cast<std::size_t>(t)]; };
    group.channels.push_back(channel);
  }
  return writeDicom(file);
}

std::string asScp(const SteppedEcg& ecg) {
  ScpFile file;
  for (std::size_t i = 0; i < ecg.leads.size(); ++i)
    file.leads.push_back(
        {static_cast<unsigned>(standardCode(ecg.leads[i])), 1, ecg.steps[i], std::nullopt});
  return writeScp(file);
}

std::string asAecg(const SteppedEcg& ecg) {
  AecgFile file;
  auto& sequences = file.series[0].sets[0].sequences;
  sequences.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    AecgSequence sequence;
    sequence.code = "MDC_ECG_LEAD_" + ecg.leads[i];
    sequence.digits = join(ecg.steps[i], " ");
    sequences.push_back(sequence);
  }
  return writeAecg(file);
}

std::string asMuse(const SteppedEcg& ecg) {
  MuseFile file;
  auto& leads = file.waveforms[0].leads;
  leads.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i)
    leads.push_back({ecg.leads[i], ecg.steps[i], {{"LeadAmplitudeUnitsPerBit", "5"}}});
  return writeMuse(file);
}

std::string asSierra(const SteppedEcg& ecg) {
  SierraFile file;
  file.leads = ecg.steps;
  file.set["resolution"] = "5";
  return writeSierra(file);
}

std::string asMortara(const SteppedEcg& ecg) {
  MortaraFile file;
  file.channels.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    MortaraChannel channel;
    channel.name = ecg.leads[i];
    channel.unitsPerMv = "200";
    channel.samples.assign(ecg.steps[i].begin(), ecg.steps[i].end());
    file.channels.push_back(channel);
  }
  return writeMortara(file);
}

std::string asSchiller(const SteppedEcg& ecg) {
  SchillerFile file;
  auto& channels = file.waves[0].channels;
  channels.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    SchillerChannel channel;
    channel.name = ecg.leads[i];
    channel.data = join(ecg.steps[i], ",");
    channels.push_back(channel);
  }
  return writeSchiller(file);
}

std::string asIshne(const SteppedEcg& ecg) {
  static const std::map<std::string, int> codes = {{"I", 5},   {"II", 6},   {"III", 7}, {"aVR", 8},
                                                   {"aVL", 9}, {"aVF", 10}, {"V1", 11}, {"V2", 12},
                                                   {"V3", 13}, {"V4", 14},  {"V5", 15}, {"V6", 16}};
  IshneFile file;
  file.samples = ecg.steps;
  file.rate = static_cast<int>(SteppedEcg::rate);
  file.specs.clear();
  for (const std::string& lead : ecg.leads) file.specs.push_back(codes.at(lead));
  file.qualities.assign(ecg.leads.size(), 1);
  file.resolutions.assign(ecg.leads.size(), 1000 * microvoltsPerStep);
  return writeIshne(file);
}

std::string asMfer(const SteppedEcg& ecg) {
  MferFile file;
  file.codes.clear();
  file.samples.clear();
  file.block = static_cast<int>(lengthOf(ecg));
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    file.codes.push_back(standardCode(ecg.leads[i]));
    file.samples.insert(file.samples.end(), ecg.steps[i].begin(), ecg.steps[i].end());
  }
  return writeMfer(file);
}

std::string asAtc(const SteppedEcg& ecg) {
  AtcFile file;
  file.rate = static_cast<int>(SteppedEcg::rate);
  file.nanovolts = 1000 * microvoltsPerStep;
  file.blocks.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i)
    file.blocks.push_back({std::string("ecg") + " 23456789abc"[i], ecg.steps[i]});
  return writeAtc(file);
}

std::string asEdf(const SteppedEcg& ecg) {
  EdfFile file;
  file.records = 1;
  file.recordSeconds = std::to_string(lengthOf(ecg) / static_cast<std::size_t>(SteppedEcg::rate));
  file.signals.clear();
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    EdfSignal signal;
    signal.label = "ECG " + ecg.leads[i];
    signal.physicalMin = "-163.84";
    signal.physicalMax = "163.835";
    signal.samplesPerRecord = static_cast<int>(lengthOf(ecg));
    signal.digital = [&steps = ecg.steps[i]](int t) { return steps[static_cast<std::size_t>(t)]; };
    file.signals.push_back(signal);
  }
  return writeEdf(file);
}

/// In microvolts, lead by lead.
std::vector<double> microvoltsOf(const SteppedEcg& ecg) {
  std::vector<double> out;
  for (const auto& lead : ecg.steps)
    for (const int step : lead) out.push_back(step * microvoltsPerStep);
  return out;
}

std::string asNpz(const SteppedEcg& ecg) {
  NumpyArray samples, rate, units, leads;
  samples.type = "<i4";
  samples.shape = {ecg.leads.size(), lengthOf(ecg)};
  samples.values = microvoltsOf(ecg);
  rate.values = {SteppedEcg::rate};
  units.type = "<U2";
  units.texts = {"uV"};
  leads.type = "<U3";
  leads.shape = {ecg.leads.size()};
  leads.texts = ecg.leads;
  return writeZip({{{"ecg.npy", writeNumpy(samples)},
                    {"fs.npy", writeNumpy(rate)},
                    {"units.npy", writeNumpy(units)},
                    {"leads.npy", writeNumpy(leads)}},
                   true,
                   false});
}

std::string asMat(const SteppedEcg& ecg) {
  const std::size_t leads = ecg.leads.size(), length = lengthOf(ecg);
  std::vector<double> columns;
  for (std::size_t t = 0; t < length; ++t)
    for (std::size_t lead = 0; lead < leads; ++lead)
      columns.push_back(ecg.steps[lead][t] * microvoltsPerStep);
  Mat5File file;
  file.packing = Mat5File::Packing::fixed;
  file.variables = {
      Mat5::numbers("ecg", {static_cast<int>(leads), static_cast<int>(length)}, columns, "i4"),
      Mat5::numbers("fs", {1, 1}, {SteppedEcg::rate}), Mat5::text("units", {"uV"}),
      Mat5::text("leads", ecg.leads)};
  return writeMat5(file);
}

std::string asJson(const SteppedEcg& ecg) {
  std::string out = "{\"samplingRate\": 500, \"unit\": \"uV\", \"leads\": {";
  for (std::size_t i = 0; i < ecg.leads.size(); ++i) {
    std::vector<int> microvolts;
    for (const int step : ecg.steps[i]) microvolts.push_back(step * microvoltsPerStep);
    out += (i ? ", \"" : "\"") + ecg.leads[i] + "\": [" + join(microvolts, ",") + "]";
  }
  return out + "}}\n";
}

std::string asCsv(const SteppedEcg& ecg) {
  std::string out = "time (s)";
  for (const std::string& lead : ecg.leads) out += "," + lead + " (uV)";
  for (std::size_t t = 0; t < lengthOf(ecg); ++t) {
    const std::size_t milliseconds = 2 * t;
    const std::string fraction = std::to_string(1000 + milliseconds % 1000).substr(1);
    out += "\n" + std::to_string(milliseconds / 1000) + "." + fraction;
    for (const auto& lead : ecg.steps) out += "," + std::to_string(lead[t] * microvoltsPerStep);
  }
  return out + "\n";
}

std::string wfdbHeader(const SteppedEcg& ecg) {
  std::string out =
      "ecg " + std::to_string(ecg.leads.size()) + " 500 " + std::to_string(lengthOf(ecg)) + "\n";
  for (const std::string& lead : ecg.leads) out += "ecg.dat 16 200/mV 16 0 0 0 0 " + lead + "\n";
  return out;
}

std::string wfdbSamples(const SteppedEcg& ecg) {
  std::string out;
  for (std::size_t t = 0; t < lengthOf(ecg); ++t)
    for (const auto& lead : ecg.steps) out += putNumber(lead[t], 2);
  return out;
}

}  // namespace

SteppedEcg steppedEcg(std::size_t samples) {
  SteppedEcg ecg;
  ecg.leads.assign(standardLeads.begin(), standardLeads.end());
  const auto wave = [](double t, double at, double width) {
    return std::exp(-std::pow((t - at) / width, 2));
  };
  for (std::size_t lead = 0; lead < ecg.leads.size(); ++lead) {
    std::vector<int> steps;
    const double r = 180 - 26.0 * static_cast<double>(lead);
    for (std::size_t i = 0; i < samples; ++i) {
      const double t = std::fmod(static_cast<double>(i) / SteppedEcg::rate, 0.8);
      steps.push_back(
          static_cast<int>(std::lround(24 * wave(t, 0.15, 0.03) + r * wave(t, 0.3, 0.012) -
                                       40 * wave(t, 0.33, 0.01) + 50 * wave(t, 0.55, 0.06))));
    }
    ecg.steps.push_back(std::move(steps));
  }
  return ecg;
}

std::vector<std::pair<std::string, std::string>> everyFormat(const SteppedEcg& ecg) {
  return {{"ecg.hea", wfdbHeader(ecg)},    {"ecg.dat", wfdbSamples(ecg)},
          {"ecg.edf", asEdf(ecg)},         {"ecg.dcm", asDicom(ecg)},
          {"ecg.scp", asScp(ecg)},         {"aecg.xml", asAecg(ecg)},
          {"muse.xml", asMuse(ecg)},       {"philips.xml", asSierra(ecg)},
          {"mortara.xml", asMortara(ecg)}, {"schiller.xml", asSchiller(ecg)},
          {"ishne.ecg", asIshne(ecg)},     {"ecg.mwf", asMfer(ecg)},
          {"ecg.atc", asAtc(ecg)},         {"ecg.npz", asNpz(ecg)},
          {"ecg.mat", asMat(ecg)},         {"ecg.json", asJson(ecg)},
          {"ecg.csv", asCsv(ecg)}};
}

}  // namespace ecg::test
