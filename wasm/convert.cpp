#include "wasm/convert.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "models/checkpoint.h"
#include "models/error.h"
#include "models/domain.h"
#include "models/evaluation/calibrate.h"
#include "models/evaluation/calibration_knowledge.h"
#include "models/evaluation/matched.h"
#include "models/evaluation/report.h"
#include "models/evaluation/tables_json.h"
#include "models/evidence.h"
#include "models/findings.h"
#include "models/labels.h"
#include "models/onnx_info.h"
#include "models/onnx_writer.h"
#include "models/release.h"
#include "preprocess/formats/csv_writer.h"
#include "preprocess/formats/npy_writer.h"
#include "preprocess/formats/reader.h"
#include "preprocess/input/input.h"
#include "preprocess/leads/derive.h"
#include "preprocess/leads/model_leads.h"

namespace wasm {
namespace {

// ---- outcomes ----

val failure(const std::string& code, const std::string& message) {
  val error = val::object();
  error.set("code", code);
  error.set("message", message);
  val outcome = val::object();
  outcome.set("error", error);
  return outcome;
}

template <typename Work>
val guarded(Work work) {
  try {
    val outcome = val::object();
    outcome.set("value", val(work()));
    return outcome;
  } catch (const ecg::InputError& e) {
    return failure(e.code(), e.what());
  } catch (const founder::ModelError& e) {
    return failure(e.code(), e.what());
  } catch (const std::bad_alloc&) {
    return failure("out-of-memory", "The page ran out of memory: close other tabs or use a smaller file.");
  } catch (const std::exception& e) {
    return failure("internal", std::string("Unexpected failure: ") + e.what());
  }
}

// ---- C++ -> JavaScript ----

template <typename T>
val typedArray(const char* type, const T* values, std::size_t count) {
  return val::global(type).new_(val(emscripten::typed_memory_view(count, values)));
}

template <typename Items, typename Convert>
val array(const Items& items, Convert convert) {
  val out = val::array();
  std::size_t i = 0;
  for (const auto& item : items) out.set(i++, convert(item));
  return out;
}

val strings(const std::vector<std::string>& items) {
  return array(items, [](const std::string& item) { return val(item); });
}

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
  out.set("samples", typedArray("Float32Array", recording.samples.data(), recording.samples.size()));
  out.set("diagnostics", fromDiagnostics(recording.diagnostics));
  if (!recording.wearable.empty()) out.set("wearable", recording.wearable);
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

template <typename T>
val orNull(const std::optional<T>& value) {
  return value ? val(*value) : val::null();
}

val fromLabel(const founder::Label& label) {
  val out = val::object();
  out.set("label", std::string(label.upstreamName));
  out.set("displayName", std::string(label.displayName));
  out.set("group", std::string(founder::groupName(label.group)));
  out.set("singleEcg", label.singleEcg);
  out.set("fragment", label.fragment);
  out.set("critical", label.critical);
  out.set("hidden", label.hidden());
  return out;
}

val fromEvidence(const std::optional<founder::Evidence>& evidence) {
  if (!evidence) return val::null();
  val out = val::object();
  out.set("dataset", evidence->dataset.empty() ? val::null() : val(evidence->dataset));
  out.set("n", static_cast<double>(evidence->n));
  out.set("positives", static_cast<double>(evidence->positives));
  out.set("auroc", orNull(evidence->auroc));
  val interval = val::null();
  if (evidence->aurocLow && evidence->aurocHigh) {
    interval = val::array();
    interval.set(0, *evidence->aurocLow);
    interval.set(1, *evidence->aurocHigh);
  }
  out.set("aurocCi", interval);
  return out;
}

val fromKnowledge(const founder::LabelKnowledge& known) {
  val out = val::object();
  out.set("label", known.label);
  out.set("evidence", fromEvidence(known.evidence));
  val platt = val::null();
  if (known.platt) {
    platt = val::object();
    platt.set("a", known.platt->a);
    platt.set("b", known.platt->b);
  }
  out.set("platt", platt);
  out.set("operatingPoint", orNull(known.operatingPoint));
  return out;
}

val fromFinding(const founder::Finding& finding) {
  val out = val::object();
  out.set("label", finding.label);
  out.set("displayName", finding.displayName);
  out.set("index", static_cast<double>(finding.index));
  out.set("score", finding.score);
  out.set("meanScore", finding.meanScore);
  out.set("window", static_cast<double>(finding.window));
  out.set("probability", orNull(finding.probability));
  out.set("operatingPoint", orNull(finding.operatingPoint));
  out.set("positive", orNull(finding.positive));
  out.set("group", finding.group);
  out.set("tier", finding.tier.name);
  out.set("tierReason", finding.tier.reason);
  out.set("evidence", fromEvidence(finding.evidence));
  out.set("critical", finding.critical);
  out.set("hidden", finding.hidden);
  return out;
}

val fromContradiction(const founder::Contradiction& contradiction) {
  const auto side = [](const founder::Contradiction::Side& from) {
    val out = val::object();
    out.set("label", from.judged.label);
    out.set("displayName", from.judged.displayName);
    out.set("score", from.score);
    out.set("threshold", from.judged.threshold);
    out.set("thresholdKnown", from.judged.thresholdKnown);
    return out;
  };
  val out = val::object();
  out.set("rule", contradiction.rule);
  out.set("first", side(contradiction.first));
  out.set("second", side(contradiction.second));
  out.set("window", static_cast<double>(contradiction.window));
  out.set("message", contradiction.message);
  out.set("basis", contradiction.basis);
  out.set("source", contradiction.source);
  return out;
}

// ---- JavaScript -> C++ ----

template <typename T>
T field(const val& object, const char* name, T otherwise) {
  const val value = object[name];
  return value.isUndefined() || value.isNull() ? otherwise : value.as<T>();
}

std::vector<std::string> toStrings(const val& items) {
  std::vector<std::string> out;
  if (items.isUndefined() || items.isNull()) return out;
  for (const val& item : emscripten::vecFromJSArray<val>(items)) out.push_back(item.as<std::string>());
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
  return out;
}

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
  if (out.samples.size() != out.leads.size() * out.length)
    throw ecg::InputError("bad-recording",
                          "The recording holds " + std::to_string(out.samples.size()) +
                              " samples where " + std::to_string(out.leads.size()) + " leads of " +
                              std::to_string(out.length) + " samples are wanted.");
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

template <typename T>
std::optional<T> optionalField(const val& object, const char* name) {
  const val value = object[name];
  return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(value.as<T>());
}

std::optional<founder::Evidence> toEvidence(const val& evidence) {
  if (evidence.isUndefined() || evidence.isNull()) return std::nullopt;
  founder::Evidence out;
  out.dataset = field<std::string>(evidence, "dataset", "");
  out.n = static_cast<std::uint64_t>(evidence["n"].as<double>());
  out.positives = static_cast<std::uint64_t>(evidence["positives"].as<double>());
  out.auroc = optionalField<double>(evidence, "auroc");
  if (const val interval = evidence["aurocCi"]; !interval.isUndefined() && !interval.isNull()) {
    out.aurocLow = interval[0].as<double>();
    out.aurocHigh = interval[1].as<double>();
  }
  return out;
}

founder::LabelKnowledge toKnowledge(const val& known) {
  founder::LabelKnowledge out;
  out.label = known["label"].as<std::string>();
  out.evidence = toEvidence(known["evidence"]);
  if (const val platt = known["platt"]; !platt.isUndefined() && !platt.isNull())
    out.platt = founder::Platt{platt["a"].as<double>(), platt["b"].as<double>()};
  out.operatingPoint = optionalField<double>(known, "operatingPoint");
  return out;
}

founder::ReadingOptions toReadingOptions(const val& options) {
  founder::ReadingOptions out;
  out.includeHidden = field(options, "includeHidden", false);
  out.checkpointSha256 = field<std::string>(options, "checkpointSha256", "");
  if (const val knowledge = options["knowledge"]; !knowledge.isUndefined() && !knowledge.isNull())
    for (const val& known : emscripten::vecFromJSArray<val>(knowledge))
      out.knowledge.push_back(toKnowledge(known));
  return out;
}

/// `{ size, read(offset, count) -> Uint8Array | null }`: a Blob, a file or bytes, read on demand.
class JsSource : public founder::ByteSource {
 public:
  explicit JsSource(val source) : source_(source), size_(source["size"].as<double>()) {}
  std::uint64_t size() const override { return size_; }
  void read(std::uint64_t offset, void* to, std::size_t count) const override {
    if (offset > size_ || count > size_ - offset)
      throw founder::ModelError("truncated", "The file ends at byte " + std::to_string(size_) +
                                                 " but byte " + std::to_string(offset + count) +
                                                 " is wanted: get the file again.");
    const val chunk =
        source_.call<val>("read", static_cast<double>(offset), static_cast<double>(count));
    if (chunk.isNull() || chunk["length"].as<double>() != count)
      throw founder::ModelError("read-failed", "The file could not be read at byte " +
                                                   std::to_string(offset) + ": open it again.");
    val(emscripten::typed_memory_view(count, static_cast<std::uint8_t*>(to)))
        .call<void>("set", chunk);
  }

 private:
  val source_;
  std::uint64_t size_;
};

/// Calls `write(Uint8Array)` with a view that is only good during the call.
class JsSink : public founder::ByteSink {
 public:
  explicit JsSink(val write) : write_(write) {}
  void write(const void* from, std::size_t count) override {
    write_(val(emscripten::typed_memory_view(count, static_cast<const std::uint8_t*>(from))));
  }

 private:
  val write_;
};

founder::OnnxOptions toOnnxOptions(const val& options) {
  founder::OnnxOptions out;
  const auto dtype = field<std::string>(options, "dtype", "fp32");
  if (dtype != "fp32" && dtype != "fp16")
    throw founder::ModelError("bad-option", "dtype is '" + dtype + "': give fp32 or fp16.");
  out.weights = dtype == "fp16" ? founder::WeightType::fp16 : founder::WeightType::fp32;
  out.labels = toStrings(options["labels"]);
  out.sourceSha256 = field<std::string>(options, "sourceSha256", "");
  if (const val progress = options["onProgress"]; !progress.isUndefined() && !progress.isNull())
    out.progress = [progress](std::uint64_t done, std::uint64_t total) {
      progress(static_cast<double>(done), static_cast<double>(total));
    };
  return out;
}

}  // namespace

val readRecording(val files, val options) {
  return guarded([&] {
    const Files input(files);
    const ecg::ReadResult result = ecg::readRecording(input.set, toReadOptions(options));
    val out = val::object();
    out.set("recording", fromRecording(result.recording));
    out.set("patient", fromPatient(result.patient));
    return out;
  });
}

val missingFiles(val files) {
  return guarded([&] { return strings(ecg::missingFiles(Files(files).set)); });
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
    const ecg::ModelInput input = ecg::prepareInput(toRecording(recording), toInputOptions(options));
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

val onnxSize(val source, val options) {
  return guarded([&] {
    const JsSource bytes(source);
    return static_cast<double>(
        founder::onnxSize(founder::openCheckpoint(bytes), toOnnxOptions(options)));
  });
}

val convertCheckpoint(val source, val options, val write) {
  return guarded([&] {
    const JsSource bytes(source);
    JsSink sink(write);
    founder::writeOnnx(founder::openCheckpoint(bytes), toOnnxOptions(options), sink);
    return val::undefined();
  });
}

val onnxInfo(val source) {
  return guarded([&] {
    const founder::OnnxInfo info = founder::readOnnxInfo(JsSource(source));
    val out = val::object();
    out.set("leads", strings(info.leads));
    out.set("labels", strings(info.labels));
    out.set("samplingRate", info.samplingRate);
    out.set("inputSamples", static_cast<double>(info.windowSamples));
    out.set("preset", info.preset);
    out.set("weightType", std::string(info.weights == founder::WeightType::fp16 ? "fp16" : "fp32"));
    out.set("sourceSha256", info.sourceSha256);
    return out;
  });
}

val officialSha256(val source) {
  return guarded([&] { return founder::officialSha256(JsSource(source)); });
}

val labels() {
  return guarded([&] {
    std::vector<founder::Label> all(founder::founderLabels().begin(), founder::founderLabels().end());
    all.insert(all.end(), founder::bundledLabels().begin(), founder::bundledLabels().end());
    return array(all, fromLabel);
  });
}

val readEvidence(val json, val modelSha256, val modelLabels) {
  return guarded([&] {
    return array(founder::readEvidence(json.as<std::string>(), modelSha256.as<std::string>(),
                                       toStrings(modelLabels)),
                 fromKnowledge);
  });
}

val readCalibration(val json, val modelSha256, val modelLabels) {
  return guarded([&] {
    const founder::Calibration calibration = founder::readCalibration(json.as<std::string>());
    val out = val::object();
    out.set("preset", calibration.preset);
    out.set("labels", array(founder::calibrationKnowledge(calibration, modelSha256.as<std::string>(),
                                                          toStrings(modelLabels)),
                            fromKnowledge));
    return out;
  });
}

val outsideDomain(val card, val wearable) {
  return guarded([&] {
    return val(founder::outsideDomain(card.as<std::string>(), wearable.as<std::string>()).value_or(""));
  });
}

val readScores(val labelNames, val logits, val options) {
  return guarded([&] {
    const auto values = emscripten::convertJSArrayToNumberVector<float>(logits);
    const founder::Reading reading =
        founder::readScores(toStrings(labelNames), values, toReadingOptions(options));
    val out = val::object();
    out.set("findings", array(reading.findings, fromFinding));
    out.set("contradictions", array(reading.contradictions, fromContradiction));
    out.set("notCovered", array(reading.notCovered, fromLabel));
    out.set("summary", reading.summary);
    return out;
  });
}

val readLabelTable(std::string text) {
  return guarded([&] { return founder::labelTableJson(text); });
}

val refuseOverlap(std::string labels, std::string fitOn) {
  return guarded([&] {
    founder::refuseOverlap(founder::readLabelTable(labels), founder::readLabelTable(fitOn));
    return val::undefined();
  });
}

val readScoreTable(std::string text) {
  return guarded([&] { return founder::scoreTableJson(text); });
}

val scoreTableHead(std::string json) {
  return guarded([&] { return founder::scoreTableHeadOf(json); });
}

val scoreTableRow(std::string recording, val logits, double classes, std::string aggregate) {
  return guarded([&] {
    const auto values = emscripten::convertJSArrayToNumberVector<float>(logits);
    return founder::scoreTableRowOf(recording, values, static_cast<std::size_t>(classes), aggregate);
  });
}

val evaluate(std::string request) {
  return guarded([&] { return founder::evaluationReport(request); });
}

val calibrate(std::string request) {
  return guarded([&] { return founder::calibrationReport(request); });
}

}  // namespace wasm
