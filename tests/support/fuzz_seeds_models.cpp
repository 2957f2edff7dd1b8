#include "tests/support/fuzz_seeds_models.h"

#include "models/memory_bytes.h"
#include "models/onnx_writer.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/pickle_writer.h"
#include "tests/support/zip_writer.h"

namespace founder::test {
namespace {

std::string text(const MemorySink& sink) { return {sink.bytes.begin(), sink.bytes.end()}; }

CheckpointSpec smallSpec() {
  CheckpointSpec spec;
  spec.net = smallNet();
  return spec;
}

// As little as a checkpoint can hold, so that a fuzzer gets far with few bytes.
CheckpointSpec tinySpec() {
  Net1DConfig config;
  config.leads = config.baseFilters = config.kernel = config.classes = config.groupWidth = 1;
  config.filters = {2};
  config.blocks = {1};
  CheckpointSpec spec;
  spec.net = makeNet1D(config);
  spec.optimizer = false;
  spec.bare = true;
  return spec;
}

// The smallest network whose convolutions Winograd's method runs, of both strides.
CheckpointSpec winogradSpec() {
  Net1DConfig config;
  config.leads = config.classes = 1;
  config.baseFilters = config.groupWidth = 2;
  config.kernel = 16;
  config.filters = {2};
  config.blocks = {2};
  CheckpointSpec spec = tinySpec();
  spec.net = makeNet1D(config);
  return spec;
}

std::string onnxOf(const CheckpointSpec& spec, WeightType weights, std::size_t samples) {
  const std::string file = torchBytes(spec);
  const MemorySource source(file);
  OnnxOptions options;
  options.weights = weights;
  options.inputSamples = samples;
  options.labels = {"ATRIAL FIBRILLATION"};
  options.sourceSha256 = std::string(64, '0');
  MemorySink sink;
  writeOnnx(openCheckpoint(source), options, sink);
  return text(sink);
}

// The first entry of a file of ours is data.pkl, with its size in the directory only.
std::string pickleOf(const CheckpointSpec& spec) {
  const std::string file = torchBytes(spec);
  const std::size_t begin = file.find("\x80\x02"), end = file.find(".PK\7\10", begin);
  return file.substr(begin, end + 1 - begin);
}

}  // namespace

std::string torchBytes(const CheckpointSpec& spec) {
  MemorySink sink;
  writeTorchCheckpoint(spec, sink);
  return text(sink);
}

std::string safetensorsBytes(const CheckpointSpec& spec) {
  MemorySink sink;
  writeSafetensors(spec, sink);
  return text(sink);
}

std::string zipOfPickle(const std::string& pickle) {
  MemorySink sink;
  ZipWriter zip(sink);
  zip.begin("archive/data.pkl");
  zip.write(pickle.data(), pickle.size());
  zip.end();
  zip.finish();
  return text(sink);
}

std::string onnxBytes() { return onnxOf(tinySpec(), WeightType::fp32, 5000); }

Seeds checkpointSeeds() {
  Seeds seeds;
  CheckpointSpec spec = tinySpec();
  for (const DType type : {DType::float32, DType::float16, DType::bfloat16, DType::float64}) {
    spec.dtype = type;
    seeds.emplace_back(std::string("tiny-torch-") + dtypeName(type), torchBytes(spec));
    seeds.emplace_back(std::string("tiny-safetensors-") + dtypeName(type), safetensorsBytes(spec));
  }
  spec = smallSpec();
  for (const std::string& name : defectNames()) {
    spec.defect = defectNamed(name);
    seeds.emplace_back("torch-" + name, torchBytes(spec));
    seeds.emplace_back("safetensors-" + name, safetensorsBytes(spec));
  }
  for (const auto& [name, pickle] : pickleSeeds())
    seeds.emplace_back("zip-of-" + name, zipOfPickle(pickle));
  return seeds;
}

Seeds pickleSeeds() {
  CheckpointSpec spec = smallSpec();
  Seeds seeds = {{"official", pickleOf(spec)}, {"tiny", pickleOf(tinySpec())}};
  spec.defect = Defect::foreignGlobal;
  seeds.emplace_back("foreign-global", pickleOf(spec));
  const std::string frame = "\x80\x04\x95" + std::string(8, '\0');
  seeds.emplace_back("protocol-4", frame +
                                       "}\x94\x8c\x01k\x94\x8c\x0b"
                                       "collections\x94\x8c\x0bOrderedDict\x94"
                                       "\x93\x94)R\x94s.");
  seeds.emplace_back("containers",
                     std::string("\x80\x02(](K\1K\2e}(K\1K\2u\x8f(K\1\x90(K\1\x91(K\1l(K\1K\2d"
                                 "K\1K\2\x86M\1\2\x8a\2\1\2\x88\x89Nt."));
  seeds.emplace_back("deep", "\x80\x02" + std::string(5000, '(') + std::string(5000, 't') + ".");
  return seeds;
}

Seeds onnxSeeds() {
  return {{"onnx", onnxBytes()},
          {"winograd-fp32", onnxOf(winogradSpec(), WeightType::fp32, 300)},
          {"winograd-fp16", onnxOf(winogradSpec(), WeightType::fp16, 300)}};
}

Seeds evidenceSeeds() {
  const std::string model = R"("model": {"sha256": ")" + std::string(64, 'a') + R"("})";
  return {{"report", R"({"dataset": "PTB-XL", )" + model + R"(, "labels": [
    {"label": "ATRIAL FIBRILLATION", "n": 90, "positives": 20, "auroc": 0.9, "aurocCi": [0.8, 0.95],
     "operatingPoint": {"score": 0.3}},
    {"label": "SINUS RHYTHM", "n": 90, "positives": 0, "auroc": null, "aurocCi": [null, null]}]})"},
          {"empty", "{" + model + R"(, "labels": []})"}};
}

}  // namespace founder::test
