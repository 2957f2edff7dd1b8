#include "models/checkpoint.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>

#include "models/crc32.h"
#include "models/error.h"
#include "models/memory_bytes.h"
#include "models/net1d_description.h"
#include "models/onnx_writer.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/file_bytes.h"
#include "tests/support/fuzz_seeds_models.h"
#include "tests/support/pickle_writer.h"
#include "tests/support/random_weights.h"
#include "tests/support/zip_writer.h"

namespace {

using namespace founder;
using namespace founder::test;
using namespace std::string_literals;

CheckpointSpec small(Defect defect = Defect::none) {
  CheckpointSpec spec;
  spec.net = smallNet();
  spec.defect = defect;
  return spec;
}

/// The error of opening, describing and converting, "code: sentence", or "none".
std::string errorOf(const std::string& bytes, WeightType type = WeightType::fp32) {
  const MemorySource source(bytes);
  try {
    CountingSink sink;
    OnnxOptions options;
    options.weights = type;
    writeOnnx(openCheckpoint(source), options, sink);
  } catch (const ModelError& error) {
    const std::string sentence = error.what();
    CHECK(sentence.size() < 300);
    CHECK(sentence.back() == '.');
    return error.code() + ": " + sentence;
  }
  return "none";
}

std::string codeOf(const std::string& bytes) {
  const std::string error = errorOf(bytes);
  return error.substr(0, error.find(':'));
}

std::vector<float> valuesOf(const Checkpoint& checkpoint, const std::string& name) {
  std::vector<float> values;
  checkpoint.read(*checkpoint.find(name), [&](const float* chunk, std::size_t count) {
    values.insert(values.end(), chunk, chunk + count);
  });
  return values;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
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

TEST_CASE("half precision rounds to nearest even and back without loss") {
  for (std::uint32_t half = 0; half < 0x10000; ++half) {
    const float value = halfToFloat(static_cast<std::uint16_t>(half));
    if (!std::isnan(value)) CHECK_MESSAGE(floatToHalf(value) == half, half);
  }
  CHECK(floatToHalf(1 + 0x1p-11f) == 0x3C00);
  CHECK(floatToHalf(1 + 3 * 0x1p-11f) == 0x3C02);
  CHECK(floatToHalf(1 + 0x1.002p-11f) == 0x3C01);
  CHECK(floatToHalf(65519.996f) == 0x7BFF);
  CHECK(floatToHalf(65520) == 0x7C00);
  CHECK(floatToHalf(-70000) == 0xFC00);
  CHECK(floatToHalf(0x1p-25f) == 0);
  CHECK(floatToHalf(0x1.8p-25f) == 1);
  CHECK(floatToHalf(0x1.8p-24f) == 2);
  CHECK(floatToHalf(std::numeric_limits<float>::quiet_NaN()) == 0x7E00);
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

TEST_CASE("each defect gives one sentence that names it") {
  const std::map<std::string, std::pair<std::string, std::string>> wanted = {
      {"none", {"none", ""}},
      {"missing-tensor", {"missing-tensor", "\"stage_list.2.block_list.0.se_fc2.bias\""}},
      {"extra-tensor", {"unexpected-tensor", "\"extra.weight\""}},
      {"wrong-shape", {"wrong-shape", "\"dense.bias\" has shape [6] where [5]"}},
      {"foreign-global", {"foreign-global", "\"os.system\""}},
      {"truncated", {"truncated", "cut short"}},
      {"corrupt-crc", {"corrupt", "\"dense.weight\""}},
      {"compressed-entry", {"compressed-entry", "\"archive/data.pkl\""}},
      {"zip-bomb", {"compressed-entry", "\"archive/data/0\""}}};
  for (const auto& item : wanted) {
    const std::string& name = item.first;
    const auto& error = item.second;
    CAPTURE(name);
    const std::string found = errorOf(torchBytes(small(defectNamed(name))));
    CHECK(found.substr(0, found.find(':')) == error.first);
    CHECK(found.find(error.second) != std::string::npos);
  }
  for (const char* name : {"missing-tensor", "extra-tensor", "wrong-shape", "truncated"}) {
    const std::string code = wanted.at(name).first;
    CHECK(codeOf(safetensorsBytes(small(defectNamed(name)))) == code);
  }
}

TEST_CASE("what is no checkpoint says so") {
  CHECK(codeOf("") == "not-a-checkpoint");
  CHECK(codeOf("P") == "not-a-checkpoint");
  CHECK(codeOf("\x89PNG\r\n\x1a\n and so on, for a while") == "not-a-checkpoint");
  CHECK(codeOf(onnxBytes()) == "not-a-checkpoint");
  CHECK(codeOf("<!DOCTYPE html><html>404</html>") == "not-a-checkpoint");
  CHECK(codeOf("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9 j\xa8P\x19.") == "old-checkpoint");
  MemorySink sink;
  ZipWriter zip(sink);
  zip.begin("word/document.xml");
  zip.write("x", 1);
  zip.end();
  zip.finish();
  CHECK(codeOf({sink.bytes.begin(), sink.bytes.end()}) == "not-a-checkpoint");
}

TEST_CASE("a file cut anywhere is refused and never read past its end") {
  for (const std::string& bytes : {torchBytes(small()), safetensorsBytes(small())})
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 16) {
      const std::string code = codeOf(bytes.substr(0, size));
      CAPTURE(size);
      CHECK((code == "truncated" || code == "not-a-checkpoint"));
    }
  const std::string whole = torchBytes(small());
  for (std::size_t cut = 1; cut < 200; ++cut)
    CHECK(codeOf(whole.substr(0, whole.size() - cut)) == "truncated");
}

TEST_CASE("a directory that claims too much is refused before anything is allocated") {
  std::string bytes = torchBytes(small());
  const std::size_t zip64 = bytes.rfind("PK\6\6");
  std::string entries = bytes;
  entries.replace(zip64 + 32, 8, le(1000000000, 8));
  CHECK(codeOf(entries) == "bad-zip");
  std::string size = bytes;
  size.replace(zip64 + 40, 8, le(std::uint64_t{1} << 62, 8));
  CHECK(codeOf(size) == "bad-zip");
  std::string offset = bytes;
  offset.replace(zip64 + 48, 8, std::string(8, '\xff'));
  CHECK(codeOf(offset) == "bad-zip");
  std::string locator = bytes;
  locator.replace(bytes.rfind("PK\6\7") + 8, 8, std::string(8, '\xff'));
  CHECK(codeOf(locator) == "bad-zip");
}

TEST_CASE("entries may not overlap") {
  std::string bytes = torchBytes(small());
  const std::size_t directory = bytes.find("PK\1\2");
  const std::size_t next = bytes.find("PK\1\2", directory + 1);
  bytes.replace(next + 42, 4, le(4, 4));
  CHECK(codeOf(bytes) == "bad-zip");
}

TEST_CASE("strange pickles in a checkpoint") {
  CHECK(codeOf(zipOfPickle("\x80\x02}.")) == "no-state-dict");
  CHECK(codeOf(zipOfPickle("\x80\x02K\1.")) == "no-state-dict");
  PickleWriter state;
  state.op("}").text("state_dict").op("}").text("weight").integer(1).op("ss.");
  CHECK(codeOf(zipOfPickle(state.bytes)) == "no-state-dict");
  CHECK(codeOf(zipOfPickle("\x80\x02(")) == "truncated");
  CHECK(codeOf(zipOfPickle("\x80\x02" + std::string(1000000, '(') + std::string(1000000, 't') +
                           ".")) == "no-state-dict");
}

TEST_CASE("a view is refused, and says how to save it") {
  PickleWriter pickle;
  pickle.op("}").text("weight").global("torch._utils", "_rebuild_tensor_v2").op("((");
  pickle.text("storage").global("torch", "FloatStorage").text("0").text("cpu").integer(6);
  pickle.op("tQ").integer(0).integer(2).integer(3).op("\x86").integer(1).integer(2).op("\x86");
  pickle.op("\x89NtRs.");
  MemorySink sink;
  ZipWriter zip(sink);
  zip.begin("archive/data.pkl");
  zip.write(pickle.bytes.data(), pickle.bytes.size());
  zip.end();
  zip.begin("archive/data/0");
  zip.write(std::string(24, '\0').data(), 24);
  zip.end();
  zip.finish();
  const std::string error = errorOf({sink.bytes.begin(), sink.bytes.end()});
  CHECK(error.find("bad-tensor") == 0);
  CHECK(error.find(".contiguous()") != std::string::npos);
}

TEST_CASE("safetensors headers that lie") {
  const std::string good = safetensorsBytes(small());
  const auto damaged = [&](const std::string& from, const std::string& to) {
    std::string bytes = good;
    replace(bytes, from, to);
    return codeOf(bytes);
  };
  CHECK(damaged("\"F32\"", "\"F33\"") == "bad-safetensors");
  CHECK(damaged("\"shape\"", "\"shave\"") == "bad-safetensors");
  CHECK(damaged("[4,2,7]", "[4,2,8]") == "bad-safetensors");
  CHECK(damaged("[4,2,7]", "[4,2,x]") == "bad-safetensors");
  CHECK(damaged("[4,2,7]", "[-4,27]") == "bad-safetensors");
  CHECK(damaged("\"data_offsets\":[0,", "\"data_offsets\":[1,") == "bad-safetensors");
  CHECK(damaged("\"dtype\":\"F32\"", "\"dtype\":   32 ") == "bad-safetensors");
  CHECK(codeOf(good + "x") == "bad-safetensors");
  CHECK(codeOf("\xff\xff\xff\xff\xff\xff\xff\x7f{\"a\":1}"s) == "bad-safetensors");
  const std::string deep(1000000, '[');
  CHECK(codeOf(le(deep.size() + 1, 8) + "{" + deep) == "bad-safetensors");
  const std::string nested = "{\"a\":" + deep;
  CHECK(codeOf(le(nested.size(), 8) + nested) == "bad-safetensors");
}

TEST_CASE("weights that are no numbers, or too large for half precision, are refused by name") {
  std::string bytes = safetensorsBytes(small());
  const auto last = bytes.size() - 4;
  bytes.replace(last, 4, le(0x7FC00000, 4));
  CHECK(errorOf(bytes).find("not-finite: Tensor \"dense.bias\"") == 0);
  bytes.replace(last, 4, le(0x47C35000, 4));  // 100000
  CHECK(errorOf(bytes) == "none");
  CHECK(errorOf(bytes, WeightType::fp16).find("fp16-overflow: Tensor") == std::string::npos);
  const std::size_t weight = last - 4 * 4 - 4;  // the last of dense.weight
  bytes.replace(weight, 4, le(0x47C35000, 4));
  CHECK(errorOf(bytes, WeightType::fp16).find("fp16-overflow: Tensor \"dense.weight\"") == 0);
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
