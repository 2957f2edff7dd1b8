#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#ifndef __EMSCRIPTEN__
#include <thread>
#endif

#include "models/memory_bytes.h"
#include "models/net1d/activation.h"
#include "models/net1d/run.h"
#include "models/net1d/team.h"
#include "tests/support/golden_case.h"
#include "tests/support/random_weights.h"

namespace {

using namespace founder;
using namespace founder::test;

GoldenCase golden(const std::string& name) {
  return loadGoldenCase(ECG_SOURCE_DIR "/tests/golden/model/" + name + ".json");
}

Net1DModel open(const std::string& onnx) { return Net1DModel(MemorySource(onnx)); }

struct Outputs {
  std::vector<float> logits, features, timeMap;

  std::vector<double> asDouble(const std::vector<float>& values) const {
    return {values.begin(), values.end()};
  }
};

bool operator==(const Outputs& a, const Outputs& b) {
  const auto same = [](const std::vector<float>& x, const std::vector<float>& y) {
    return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size() * sizeof(float)) == 0;
  };
  return same(a.logits, b.logits) && same(a.features, b.features) && same(a.timeMap, b.timeMap);
}

void collect(const Net1DModel& model, const Net1DRun& run, std::size_t window, Outputs& out) {
  const auto classes = static_cast<std::size_t>(model.net().classes);
  const auto features = static_cast<std::size_t>(model.net().features());
  out.logits.insert(out.logits.end(), run.logits(window), run.logits(window) + classes);
  out.features.insert(out.features.end(), run.features(window), run.features(window) + features);
  for (std::size_t k = 0; k < classes; ++k) {
    const float* map = run.timeMap(window, k);
    out.timeMap.insert(out.timeMap.end(), map, map + run.timeSteps());
  }
}

/// The windows one after another, `atOnce` at a time.
Outputs runAll(const Net1DModel& model, const std::vector<float>& input, std::size_t atOnce,
               Crew crew = {runJob, nullptr, 1}) {
  Net1DRun run(model, atOnce, crew);
  const std::size_t each = static_cast<std::size_t>(model.net().leads) * model.samples();
  const std::size_t windows = input.size() / each;
  Outputs out;
  for (std::size_t first = 0; first < windows; first += atOnce) {
    const std::size_t count = std::min(atOnce, windows - first);
    std::memcpy(run.input(), input.data() + first * each, count * each * sizeof(float));
    run.begin(count, true);
    while (run.step()) {
    }
    for (std::size_t w = 0; w < count; ++w) collect(model, run, w, out);
  }
  return out;
}

std::vector<float> inputOf(const GoldenCase& test, std::size_t windows) {
  return randomInput(windows, static_cast<std::size_t>(test.net.leads), test.samples);
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

std::string codeOf(const std::string& onnx) {
  try {
    open(onnx);
  } catch (const ModelError& error) {
    return error.code();
  }
  return "none";
}

}  // namespace

TEST_CASE("the vectorised power of two has the error that it says") {
  double worst = 0;
  for (double x = -125; x <= 125; x += 0.00371) {
    const auto in = static_cast<float>(x);
    const double exact = std::exp2(static_cast<double>(in));
    worst = std::max(worst, std::abs(powerOfTwo(simd::splat<simd::Vec>(in))[0] - exact) / exact);
  }
  CHECK(worst < 2.5e-7);
  CHECK(worst > 7e-8);
}

TEST_CASE("Swish keeps its limits: 0 far below, x far above, NaN for NaN") {
  for (const auto& [x, y] :
       {std::pair(-1e30f, 0.f), {-100.f, 0.f}, {0.f, 0.f}, {100.f, 100.f}, {1e30f, 1e30f}}) {
    const simd::Vec out = swish(simd::splat<simd::Vec>(x));
    CHECK(out[0] == doctest::Approx(y).epsilon(1e-6));
  }
  CHECK(std::isnan(swish(simd::splat<simd::Vec>(NAN))[0]));
}

TEST_CASE("the engine agrees with PyTorch in float64") {
  for (const char* name : smallGoldenCases) {
    CAPTURE(name);
    const GoldenCase test = golden(name);
    const Outputs out =
        runAll(open(goldenOnnx(test, WeightType::fp32)), inputOf(test, test.windows), 1);
    CHECK(largestDifference(out.asDouble(out.logits), test.logits) < 1e-5);
    CHECK(largestDifference(out.asDouble(out.features), test.features) < 1e-4);
    CHECK(largestDifference(everyNth(out.asDouble(out.timeMap), test.timeMapStep), test.timeMap) <
          1e-5);
  }
}

TEST_CASE("the full-size networks agree with PyTorch in float64, one and two windows at once") {
  for (const char* name : {"full_12_lead", "full_1_lead"}) {
    CAPTURE(name);
    const GoldenCase test = golden(name);
    const std::string onnx = goldenOnnx(test, WeightType::fp32);
    const Net1DModel model = open(onnx);
    CHECK(model.weightBytes() < 1.03 * static_cast<double>(onnx.size()));
    const std::vector<float> input = inputOf(test, test.windows);
    const Outputs out = runAll(model, input, 1);
    const double off = largestDifference(out.asDouble(out.logits), test.logits);
    CHECK(off < 1e-5);
    CHECK(largestDifference(out.asDouble(out.features), test.features) < 1e-4);
    CHECK(largestDifference(everyNth(out.asDouble(out.timeMap), test.timeMapStep), test.timeMap) <
          1e-5);
    CHECK((runAll(model, input, 2) == out));
    MESSAGE(std::string(name) << ": logits " << off << " from float64");
  }
}

TEST_CASE("a window's bits do not depend on how many are run at once, nor on its place") {
  for (const char* name : smallGoldenCases) {
    CAPTURE(name);
    const GoldenCase test = golden(name);
    for (const WeightType type : {WeightType::fp32, WeightType::fp16}) {
      const Net1DModel model = open(goldenOnnx(test, type));
      const std::vector<float> input = inputOf(test, 9);
      const Outputs one = runAll(model, input, 1);
      for (const std::size_t atOnce : {2, 3, 4, 8, 9}) CHECK((runAll(model, input, atOnce) == one));
    }
  }
}

TEST_CASE("a window's bits do not depend on how many parts its layers are cut into") {
  for (const char* name : smallGoldenCases) {
    CAPTURE(name);
    const GoldenCase test = golden(name);
    const Net1DModel model = open(goldenOnnx(test, WeightType::fp16));
    const std::vector<float> input = inputOf(test, 3);
    const Outputs one = runAll(model, input, 1);
    for (const std::uint32_t parts : {2u, 3u, 5u, 16u, mostParts})
      for (const std::size_t atOnce : {1, 3})
        CHECK((runAll(model, input, atOnce, {runJob, nullptr, parts}) == one));
  }
}

// WebAssembly's threads are tested in tests/web and tests/browser: this build has none.
#ifndef __EMSCRIPTEN__
TEST_CASE("a window's bits do not depend on the threads that run it, early or late") {
  const GoldenCase test = golden("small_full_lengths");
  const Net1DModel model = open(goldenOnnx(test, WeightType::fp32));
  const std::vector<float> input = inputOf(test, 12);
  const Outputs alone = runAll(model, input, 1);
  for (const std::uint32_t parts : {2u, 4u, 9u}) {
    Team team;
    CHECK((runAll(model, input, 1, {runJob, &team, parts}) == alone));  // before anyone has come
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back(joinTeam, &team);
    for (int i = 0; i < 5; ++i)
      CHECK((runAll(model, input, i % 2 == 0 ? 1 : 4, {runJob, &team, parts}) == alone));
    dismiss(team);
    for (std::thread& thread : threads) thread.join();
    CHECK((runAll(model, input, 4, {runJob, &team, parts}) == alone));
  }
}
#endif

TEST_CASE("half precision storage moves the logits by less than 0.3% of their spread") {
  const GoldenCase test = golden("small_full_lengths");
  const Net1DModel model = open(goldenOnnx(test, WeightType::fp16));
  const Outputs out = runAll(model, inputOf(test, test.windows), 1);
  CHECK(largestDifference(out.asDouble(out.logits), test.logits) < 0.003 * 0.82);
  CHECK(largestDifference(out.asDouble(out.logits), test.logits) > 1e-7);
}

TEST_CASE("half precision takes little more memory than in the file") {
  const std::string onnx = goldenOnnx(golden("full_12_lead"), WeightType::fp16);
  CHECK(open(onnx).weightBytes() < 1.09 * static_cast<double>(onnx.size()));
}

TEST_CASE("a run that was stopped leaves nothing behind") {
  const GoldenCase test = golden("small_groups");
  const Net1DModel model = open(goldenOnnx(test, WeightType::fp32));
  const std::vector<float> input = inputOf(test, 1);
  const Outputs expected = runAll(model, input, 1);
  Net1DRun run(model, 4);
  for (std::size_t stopped = 0; stopped < run.steps(); ++stopped) {
    std::fill(run.input(), run.input() + 4 * input.size(), 3.f);
    run.begin(4, true);
    for (std::size_t k = 0; k < stopped; ++k) run.step();
    std::memcpy(run.input(), input.data(), input.size() * sizeof(float));
    run.begin(1, true);
    std::size_t steps = 1;
    while (run.step()) ++steps;
    CHECK(steps == run.steps());
    Outputs out;
    collect(model, run, 0, out);
    CHECK((out == expected));
  }
}

TEST_CASE("a damaged model is refused by one sentence that names the place") {
  const std::string onnx = goldenOnnx(golden("small_groups"), WeightType::fp32);
  CHECK(codeOf(onnx) == "none");
  CHECK(codeOf("") == "not-our-model");
  CHECK(codeOf(onnx.substr(0, onnx.size() - 1)) == "truncated");
  const std::size_t last = onnx.rfind("dense.bias");
  REQUIRE(last != std::string::npos);
  std::string renamed = onnx;
  renamed.replace(last, 10, "dense.bIas");
  CHECK(codeOf(renamed) == "missing-tensor");
  CHECK_THROWS_WITH_AS(open(renamed), doctest::Contains("\"dense.bias\""), ModelError);

  // The type's field becomes the one that says where the values are: 1, in another file.
  const std::string elsewhere = replaced(onnx,
                                         {"\x10\x01\x42\x0A"
                                          "dense.bias",
                                          14},
                                         {"\x70\x01\x42\x0A"
                                          "dense.bias",
                                          14});
  CHECK(codeOf(elsewhere) == "external-data");
  CHECK_THROWS_WITH_AS(open(elsewhere), doctest::Contains("\"dense.bias\""), ModelError);

  // The last bytes are those of the last weights: an exponent of ones is no number.
  std::string infinite = onnx;
  infinite[infinite.size() - 1] = '\x7f';
  infinite[infinite.size() - 2] = '\x80';
  CHECK(codeOf(infinite) == "not-finite");

  // Of the same length, so that the file stays whole and only the description is wrong.
  CHECK(codeOf(replaced(onnx, "\"classes\":5", "\"classes\":6")) == "wrong-shape");
  CHECK(codeOf(replaced(onnx, "\"kernel\":1", "\"kernel\":2")) == "wrong-shape");
}
