#include "models/onnx_writer.h"

#include <cmath>

#include "models/error.h"
#include "models/onnx_plan.h"
#include "models/quote.h"

namespace founder {
namespace {

class ProgressSink {
 public:
  ProgressSink(ByteSink& sink, const OnnxOptions& options, std::uint64_t total)
      : sink_(sink), options_(options), total_(total) {}
  void write(const void* from, std::size_t count) {
    sink_.write(from, count);
    done_ += count;
    if (options_.progress) options_.progress(done_, total_);
  }

 private:
  ByteSink& sink_;
  const OnnxOptions& options_;
  std::uint64_t done_ = 0, total_;
};

[[noreturn]] void badValue(const char* code, const OnnxWeight& weight, const std::string& what) {
  throw ModelError(code, "Tensor " + quote(weight.tensor->name) + " holds " + what + ".");
}

void writeHalf(const OnnxWeight& weight, const float* values, std::size_t count,
               ProgressSink& sink) {
  std::vector<unsigned char> bytes(count * 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint16_t half = floatToHalf(values[i]);
    if ((half & 0x7C00) == 0x7C00)
      badValue("fp16-overflow", weight,
               std::to_string(values[i]) + ", beyond half precision: convert to fp32 instead");
    bytes[2 * i] = static_cast<unsigned char>(half);
    bytes[2 * i + 1] = static_cast<unsigned char>(half >> 8);
  }
  sink.write(bytes.data(), bytes.size());
}

void writeWeight(const Checkpoint& checkpoint, const OnnxWeight& weight, ProgressSink& sink) {
  checkpoint.read(*weight.tensor, [&](const float* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      if (!std::isfinite(values[i]))
        badValue("not-finite", weight,
                 "a value that is not a finite number: the training went wrong, or the file is "
                 "damaged; use the official file");
    if (weight.type == WeightType::fp16)
      writeHalf(weight, values, count, sink);
    else
      sink.write(values, count * sizeof(float));
  });
}

}  // namespace

std::uint64_t onnxSize(const Checkpoint& checkpoint, const OnnxOptions& options) {
  return planOnnx(checkpoint, options).total;
}

void writeOnnx(const Checkpoint& checkpoint, const OnnxOptions& options, ByteSink& sink) {
  const OnnxPlan plan = planOnnx(checkpoint, options);
  ProgressSink out(sink, options, plan.total);
  out.write(plan.head.data(), plan.head.size());
  for (const OnnxWeight& weight : plan.weights) {
    const std::string header = weight.header();
    out.write(header.data(), header.size());
    writeWeight(checkpoint, weight, out);
  }
}

}  // namespace founder
