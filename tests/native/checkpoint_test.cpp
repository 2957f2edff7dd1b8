#include "models/checkpoint.h"

#include <doctest/doctest.h>

#include <cmath>

#include "models/crc32.h"
#include "models/memory_bytes.h"
#include "models/net1d_description.h"
#include "models/onnx_writer.h"
#include "tests/native/checkpoint_checks.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/file_bytes.h"
#include "tests/support/fuzz_seeds_models.h"
#include "tests/support/random_weights.h"

namespace {

using namespace founder;
using namespace founder::test;

std::vector<float> valuesOf(const Checkpoint& checkpoint, const std::string& name) {
  std::vector<float> values;
  checkpoint.read(*checkpoint.find(name), [&](const float* chunk, std::size_t count) {
    values.insert(values.end(), chunk, chunk + count);
  });
  return values;
}

}  // namespace

TEST_CASE("both formats give the tensors that were written") {
  const std::string torch = torchBytes(small()), safe = safetensorsBytes(small());
  for (const std::string* bytes : {&torch, &safe}) {
    const MemorySource source(*bytes);
    const Checkpoint checkpoint = openCheckpoint(source);
    CHECK(checkpoint.tensors().size() == tensorList(smallNet()).size());
    CHECK(describe(checkpoint) == smallNet());
    for (const TensorShape& tensor : tensorList(smallNet())) {
      CAPTURE(tensor.name);
      REQUIRE(checkpoint.find(tensor.name) != nullptr);
      CHECK(checkpoint.find(tensor.name)->shape == tensor.shape);
      if (tensor.shape.empty()) continue;
      std::vector<float> wanted(static_cast<std::size_t>(countElements(tensor.name, tensor.shape)));
      randomWeights(tensor.name, tensor.shape, 0, wanted.size(), wanted.data());
      CHECK(valuesOf(checkpoint, tensor.name) == wanted);
    }
  }
}

TEST_CASE("the release's sizes are found from its tensors") {
  for (const int leads : {1, 12}) {
    Net1DConfig config;
    config.leads = leads;
    CheckpointSpec spec;
    spec.net = makeNet1D(config);
    // Only the directory is needed, so a safetensors header over no data at all will do.
    std::string header;
    class HeadSink : public ByteSink {
     public:
      explicit HeadSink(std::string& to) : to_(to) {}
      void write(const void* from, std::size_t count) override {
        if (to_.empty()) to_.assign(static_cast<const char*>(from), count);
        total += count;
      }
      std::uint64_t total = 0;

     private:
      std::string& to_;
    } sink(header);
    writeSafetensors(spec, sink);
    class SparseSource : public ByteSource {
     public:
      SparseSource(const std::string& head, std::uint64_t total) : head_(head), total_(total) {}
      std::uint64_t size() const override { return total_; }
      void read(std::uint64_t offset, void* to, std::size_t count) const override {
        MemorySource(head_).read(offset, to, count);
      }

     private:
      const std::string& head_;
      std::uint64_t total_;
    } source(header, sink.total);
    const Checkpoint checkpoint = openCheckpoint(source);
    CHECK(describe(checkpoint) == spec.net);
    OnnxOptions options;
    CHECK(onnxSize(checkpoint, options) > 123000000);
    options.weights = WeightType::fp16;
    CHECK(onnxSize(checkpoint, options) < 61750000);
  }
}

TEST_CASE("other floating types become float32") {
  for (const DType type : {DType::float16, DType::bfloat16, DType::float64}) {
    CheckpointSpec spec = small();
    spec.dtype = type;
    for (const std::string& bytes : {torchBytes(spec), safetensorsBytes(spec)}) {
      const MemorySource source(bytes);
      const Checkpoint checkpoint = openCheckpoint(source);
      const std::vector<float> values = valuesOf(checkpoint, "dense.weight");
      std::vector<float> wanted(values.size());
      randomWeights("dense.weight", {5, 16}, 0, wanted.size(), wanted.data());
      const float tolerance = type == DType::float64   ? 0
                              : type == DType::float16 ? 0x1p-11f
                                                       : 0x1p-7f;
      for (std::size_t i = 0; i < values.size(); ++i)
        CHECK(std::abs(values[i] - wanted[i]) <= tolerance * std::abs(wanted[i]) + 0x1p-25f);
      CHECK(describe(checkpoint) == smallNet());
    }
  }
}

TEST_CASE("CRC-32 of the check string") {
  CHECK(crc32(0, "123456789", 9) == 0xCBF43926);
  CHECK(crc32(crc32(0, "1234", 4), "56789", 5) == 0xCBF43926);
}

TEST_CASE("a bare state_dict and DataParallel's prefix are accepted") {
  CheckpointSpec spec = small();
  spec.bare = true;
  spec.prefix = "module.";
  for (const std::string& bytes : {torchBytes(spec), safetensorsBytes(spec)}) {
    const MemorySource source(bytes);
    const Checkpoint checkpoint = openCheckpoint(source);
    CHECK(checkpoint.prefixRemoved());
    CHECK(describe(checkpoint) == smallNet());
  }
}

TEST_CASE("only the state_dict is read") {
  class Counting : public MemorySource {
   public:
    using MemorySource::MemorySource;
    void read(std::uint64_t offset, void* to, std::size_t count) const override {
      MemorySource::read(offset, to, count);
      bytesRead += count;
    }
    mutable std::uint64_t bytesRead = 0;
  };
  const std::string bytes = torchBytes(small());
  const Counting source(bytes);
  const Checkpoint checkpoint = openCheckpoint(source);
  const std::uint64_t directory = source.bytesRead;
  CountingSink sink;
  writeOnnx(checkpoint, {}, sink);
  std::uint64_t weights = 0;
  for (const TensorShape& tensor : tensorList(smallNet()))
    if (tensor.name.find("bn") == std::string::npos)
      weights += 4 * countElements(tensor.name, tensor.shape);
  CHECK(source.bytesRead - directory == weights);
}
