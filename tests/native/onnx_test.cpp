#include <doctest/doctest.h>

#include "models/error.h"
#include "models/labels.h"
#include "models/memory_bytes.h"
#include "models/onnx_info.h"
#include "models/onnx_writer.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/file_bytes.h"
#include "tests/support/fuzz_seeds_models.h"

namespace {

using namespace founder;
using namespace founder::test;

std::string convertSmall(const OnnxOptions& options, int leads = 2, int classes = 5) {
  CheckpointSpec spec;
  spec.net = smallNet();
  spec.net.leads = leads;
  spec.net.classes = classes;
  const std::string bytes = safetensorsBytes(spec);
  const MemorySource source(bytes);
  MemorySink sink;
  writeOnnx(openCheckpoint(source), options, sink);
  return {sink.bytes.begin(), sink.bytes.end()};
}

OnnxInfo infoOf(const std::string& bytes) { return readOnnxInfo(MemorySource(bytes)); }

std::string codeOf(const std::string& bytes) {
  try {
    infoOf(bytes);
  } catch (const ModelError& error) {
    return error.code();
  }
  return "none";
}

}  // namespace

TEST_CASE("an ONNX file says all about itself") {
  OnnxOptions options;
  options.weights = WeightType::fp16;
  options.inputSamples = 1001;
  options.labels = {"one", "two \"quoted\"", "drei \xC3\xA4", "", "five"};
  options.leads = {"II", "V5"};
  options.preset = "paper";
  options.sourceSha256 = std::string(64, 'a');
  const OnnxInfo info = infoOf(convertSmall(options));
  CHECK(info.labels == options.labels);
  CHECK(info.leads == options.leads);
  CHECK(info.samplingRate == 500);
  CHECK(info.windowSamples == 1001);
  CHECK(info.preset == "paper");
  CHECK(info.weights == WeightType::fp16);
  CHECK(info.sourceSha256 == options.sourceSha256);
  CHECK(info.net == smallNet());
  CHECK(info.inputName == "ecg");
  REQUIRE(info.outputs.size() == 3);
  CHECK(info.outputs[0].name == "logits");
  CHECK(info.outputs[0].sizes == std::vector<std::uint64_t>{5});
  CHECK(info.outputs[1].sizes == std::vector<std::uint64_t>{16});
  CHECK(info.outputs[2].sizes == std::vector<std::uint64_t>{5, timeSteps(smallNet(), 1001)});
}

TEST_CASE("what is not given is filled in only where it is known") {
  const OnnxInfo twelve = infoOf(convertSmall({}, 12, 150));
  CHECK(twelve.leads.size() == 12);
  CHECK(twelve.leads[3] == "aVR");
  REQUIRE(twelve.labels.size() == 150);
  CHECK(twelve.labels[5] == "ATRIAL FIBRILLATION");
  CHECK(infoOf(convertSmall({}, 1)).leads == std::vector<std::string>{"I"});
  CHECK(infoOf(convertSmall({}, 2)).leads.empty());
  CHECK(infoOf(convertSmall({}, 2)).labels.empty());
}

TEST_CASE("options that do not fit the network are refused") {
  OnnxOptions options;
  options.labels = {"one"};
  CHECK_THROWS_AS(convertSmall(options), ModelError);
  options.labels = {};
  options.leads = {"I"};
  CHECK_THROWS_AS(convertSmall(options), ModelError);
  options.leads = {};
  options.inputSamples = 0;
  CHECK_THROWS_AS(convertSmall(options), ModelError);
}

TEST_CASE("progress ends at the announced size and can stop the work") {
  OnnxOptions options;
  std::uint64_t last = 0, announced = 0;
  options.progress = [&](std::uint64_t done, std::uint64_t total) {
    CHECK(done > last);
    last = done;
    announced = total;
  };
  const std::string bytes = convertSmall(options);
  CHECK(last == bytes.size());
  CHECK(announced == bytes.size());
  options.progress = [](std::uint64_t, std::uint64_t) { throw ModelError("cancelled", "Stop."); };
  CHECK_THROWS_AS(convertSmall(options), ModelError);
}

TEST_CASE("a file that is no model of ours is told apart") {
  CHECK(codeOf("") == "not-our-model");
  CHECK(codeOf("\x89PNG\r\n\x1a\n") == "not-our-model");
  CHECK(codeOf("PK\3\4 and more") == "not-our-model");
  CHECK(codeOf("\x08\x08\x12\x07pytorch") == "not-our-model");
  std::string newer = onnxBytes();
  newer.replace(newer.find("ecgfounder.format") + 17 + 2, 1, "2");
  CHECK(codeOf(newer) == "newer-model");
}

TEST_CASE("a model cut anywhere is refused") {
  const std::string bytes = onnxBytes();
  CHECK(codeOf(bytes) == "none");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    const std::string code = codeOf(bytes.substr(0, size));
    CHECK((code == "not-our-model" || code == "truncated" || code == "bad-model" ||
           code == "bad-description"));
  }
}
