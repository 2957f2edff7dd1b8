#include <cstdint>
#include <string>

#include "models/checkpoint.h"
#include "models/error.h"
#include "models/onnx_info.h"
#include "models/onnx_writer.h"
#include "models/release.h"
#include "wasm/convert.h"
#include "wasm/js_source.h"

namespace wasm {
namespace {

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

}  // namespace wasm
