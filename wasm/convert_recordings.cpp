#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/error.h"
#include "preprocess/formats/csv_writer.h"
#include "preprocess/formats/npy_writer.h"
#include "preprocess/formats/patient.h"
#include "preprocess/formats/reader.h"
#include "preprocess/input/input.h"
#include "preprocess/leads/derive.h"
#include "preprocess/leads/model_leads.h"
#include "wasm/convert.h"
#include "wasm/recording_values.h"
#include "wasm/values.h"

namespace wasm {
namespace {

val fromDiagnostics(const std::vector<ecg::Diagnostic>& diagnostics) {
  return array(diagnostics, [](const ecg::Diagnostic& diagnostic) {
    val out = val::object();
    out.set("code", diagnostic.code);
    out.set("message", diagnostic.message);
    return out;
  });
}

val fromRecording(const ecg::Recording& recording) {
  val out = val::object();
  out.set("format", recording.format);
  out.set("samplingRate", recording.samplingRate);
  out.set("length", static_cast<double>(recording.length));
  out.set("leads", array(recording.leads, [](const ecg::Lead& lead) {
            val item = val::object();
            item.set("name", lead.name);
            item.set("storedName", lead.storedName);
            item.set("unit", lead.unit);
            return item;
          }));
  out.set("samples",
          typedArray("Float32Array", recording.samples.data(), recording.samples.size()));
  out.set("diagnostics", fromDiagnostics(recording.diagnostics));
  if (!recording.wearable.empty()) out.set("wearable", recording.wearable);
  if (recording.ecgLength > 0) out.set("ecgLength", static_cast<double>(recording.ecgLength));
  if (!recording.offered.empty()) {
    out.set("offered", strings(recording.offered));
    out.set("number", static_cast<double>(recording.number));
  }
  return out;
}

val fromPatient(const ecg::Patient& patient) {
  val out = val::object();
  out.set("id", patient.id);
  out.set("name", patient.name);
  out.set("birthDate", patient.birthDate);
  out.set("age", patient.age);
  out.set("sex", patient.sex);
  out.set("recordedAt", patient.recordedAt);
  out.set("comments", strings(patient.comments));
  return out;
}

ecg::Patient toPatient(const val& patient) {
  ecg::Patient out;
  out.id = field<std::string>(patient, "id", "");
  out.name = field<std::string>(patient, "name", "");
  out.birthDate = field<std::string>(patient, "birthDate", "");
  out.age = field<std::string>(patient, "age", "");
  out.sex = field<std::string>(patient, "sex", "");
  out.recordedAt = field<std::string>(patient, "recordedAt", "");
  out.comments = toStrings(patient["comments"]);
  return out;
}

/// Named byte arrays copied out of JavaScript, and the views that the readers take.
struct Files {
  std::vector<std::vector<std::uint8_t>> bytes;
  ecg::FileSet set;

  explicit Files(const val& files) {
    const auto items = emscripten::vecFromJSArray<val>(files);
    bytes.reserve(items.size());
    for (const val& item : items) {
      bytes.push_back(emscripten::convertJSArrayToNumberVector<std::uint8_t>(item["bytes"]));
      set.push_back({item["name"].as<std::string>(), {bytes.back().data(), bytes.back().size()}});
    }
  }
};

ecg::ReadOptions toReadOptions(const val& options) {
  ecg::ReadOptions out;
  if (const double rate = field(options, "samplingRate", 0.0); rate != 0) out.samplingRate = rate;
  if (const double units = field(options, "unitsPerMillivolt", 0.0); units != 0)
    out.unitsPerMillivolt = units;
  out.leads = toStrings(options["leads"]);
  const double recording = field(options, "recording", 1.0);
  if (!(recording >= 1 && recording <= 1e6))
    throw ecg::InputError("bad-option",
                          "Recordings in a file are numbered from 1 on: choose one of them.");
  out.recording = static_cast<std::size_t>(recording);
  return out;
}

ecg::InputOptions toInputOptions(const val& options) {
  ecg::InputOptions out;
  out.preset = ecg::presetFromName(field<std::string>(options, "preset", "founder"));
  out.leads = static_cast<std::size_t>(field(options, "leads", 12.0));
  out.strideSeconds = field(options, "strideSeconds", out.strideSeconds);
  out.mainsHz = field(options, "mainsHz", out.mainsHz);
  if (const auto lead = field<std::string>(options, "lead", ""); !lead.empty()) out.lead = lead;
  return out;
}

}  // namespace

ecg::Recording toRecording(const val& recording) {
  ecg::Recording out;
  out.format = recording["format"].as<std::string>();
  out.samplingRate = recording["samplingRate"].as<double>();
  out.length = static_cast<std::size_t>(recording["length"].as<double>());
  for (const val& lead : emscripten::vecFromJSArray<val>(recording["leads"]))
    out.leads.push_back({lead["name"].as<std::string>(), lead["storedName"].as<std::string>(),
                         lead["unit"].as<std::string>()});
  out.samples = emscripten::convertJSArrayToNumberVector<float>(recording["samples"]);
  out.wearable = field<std::string>(recording, "wearable", "");
  out.ecgLength = static_cast<std::size_t>(field(recording, "ecgLength", 0.0));
  if (out.samples.size() != out.leads.size() * out.length)
    throw ecg::InputError("bad-recording",
                          "The recording holds " + std::to_string(out.samples.size()) +
                              " samples where " + std::to_string(out.leads.size()) + " leads of " +
                              std::to_string(out.length) + " samples are wanted.");
  return out;
}

val readRecording(val files, val options) {
  return guarded([&] {
    const Files input(files);
    const ecg::ReadResult result = ecg::readRecording(input.set, toReadOptions(options));
    val out = val::object();
    out.set("recording", fromRecording(result.recording));
    out.set("patient", fromPatient(result.patient));
    out.set("interpretation", strings(result.interpretation));
    return out;
  });
}

val missingFiles(val files) {
  return guarded([&] { return strings(ecg::missingFiles(Files(files).set)); });
}

val deidentify(val patient) {
  return guarded([&] {
    ecg::Patient kept = toPatient(patient);
    ecg::deidentify(kept);
    return fromPatient(kept);
  });
}

val twelveLeads(val recording) {
  return guarded([&] { return fromRecording(ecg::twelveLeads(toRecording(recording))); });
}

val modelLeads(val recording) {
  return guarded([&] {
    const ecg::ModelLeads chosen = ecg::modelLeads(toRecording(recording));
    val out = val::object();
    out.set("leads", static_cast<double>(chosen.leads));
    out.set("lead", chosen.lead.empty() ? val::null() : val(chosen.lead));
    out.set("reason", chosen.reason);
    return out;
  });
}

val prepareInput(val recording, val options) {
  return guarded([&] {
    const ecg::ModelInput input =
        ecg::prepareInput(toRecording(recording), toInputOptions(options));
    val out = val::object();
    out.set("leads", strings(input.leads));
    out.set("values", typedArray("Float32Array", input.values.data(), input.values.size()));
    out.set("windows", array(input.windows, [](const ecg::Window& window) {
              val item = val::object();
              item.set("start", window.startSeconds);
              item.set("paddedSeconds", window.paddedSeconds);
              item.set("missingFraction", window.missingFraction);
              return item;
            }));
    out.set("diagnostics", fromDiagnostics(input.diagnostics));
    return out;
  });
}

val writeCsv(val recording) {
  return guarded([&] { return ecg::writeCsv(toRecording(recording)); });
}

val writeNpy(val values, val shape) {
  return guarded([&] {
    const auto data = emscripten::convertJSArrayToNumberVector<float>(values);
    std::vector<std::size_t> dimensions;
    for (const double d : emscripten::convertJSArrayToNumberVector<double>(shape))
      dimensions.push_back(static_cast<std::size_t>(d));
    const auto bytes = ecg::writeNpy(data.data(), dimensions);
    return typedArray("Uint8Array", bytes.data(), bytes.size());
  });
}

}  // namespace wasm
