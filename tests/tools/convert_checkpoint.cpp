// Converts a checkpoint to ONNX and says what it took: sizes, bytes read, peak memory.
#include <sys/resource.h>

#include <iostream>

#include "models/memory_bytes.h"
#include "models/onnx_info.h"
#include "models/onnx_writer.h"
#include "tests/support/file_bytes.h"

namespace {

using namespace founder;

int convert(const std::string& in, const std::string& out, const OnnxOptions& options, bool hold) {
  const test::FileSource source(in);
  const Checkpoint checkpoint = openCheckpoint(source);
  const std::uint64_t size = onnxSize(checkpoint, options);
  MemorySink held;
  if (hold) {
    held.bytes.reserve(static_cast<std::size_t>(size));
    writeOnnx(checkpoint, options, held);
  }
  test::FileSink file(out);
  if (hold)
    file.write(held.bytes.data(), held.bytes.size());
  else
    writeOnnx(checkpoint, options, file);
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  std::cout << "{\"tensors\": " << checkpoint.tensors().size()
            << ", \"checkpointBytes\": " << source.size() << ", \"bytesRead\": " << source.bytesRead
            << ", \"onnxBytes\": " << file.bytesWritten << ", \"announcedBytes\": " << size
            << ", \"peakKiB\": " << use.ru_maxrss << "}\n";
  return file.bytesWritten == size ? 0 : 1;
}

}  // namespace

int main(int count, char** values) {
  if (count < 3) {
    std::cerr << "convert_checkpoint CHECKPOINT OUT.onnx [--fp16] [--hold] [--samples N]\n";
    return 2;
  }
  OnnxOptions options;
  bool hold = false;
  for (int i = 3; i < count; ++i) {
    const std::string name = values[i];
    if (name == "--fp16") options.weights = WeightType::fp16;
    if (name == "--hold") hold = true;
    if (name == "--samples" && i + 1 < count) options.inputSamples = std::stoul(values[++i]);
  }
  try {
    return convert(values[1], values[2], options, hold);
  } catch (const ModelError& error) {
    std::cerr << error.code() << ": " << error.what() << "\n";
    return 1;
  }
}
