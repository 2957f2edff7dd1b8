#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>

#include "models/error.h"
#include "models/net1d/run.h"
#include "models/net1d/team.h"
#include "wasm/convert.h"
#include "wasm/js_source.h"

namespace wasm {
namespace {

struct Network {
  Network(const founder::ByteSource& onnx, std::uint32_t threads) : model(onnx), parts(threads) {}
  founder::Net1DModel model;
  std::uint32_t parts;
  std::unique_ptr<founder::Net1DRun> run;
  bool wantTimeMap = false;
};

std::map<double, std::unique_ptr<Network>>& networks() {
  static std::map<double, std::unique_ptr<Network>> all;
  return all;
}

founder::Team team;
void (*runJob)(founder::Team* team, const founder::Job* job) = nullptr;

double addressOf(const void* at) {
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(at));
}

Network& find(double number) {
  const auto found = networks().find(number);
  if (found == networks().end())
    throw founder::ModelError("disposed", "This model was disposed of: load it again.");
  return *found->second;
}

}  // namespace

val net1dUse(double kernels, double threads) {
  return guarded([&] {
    constexpr std::size_t stackBytes = 1 << 16;
    runJob = reinterpret_cast<decltype(runJob)>(static_cast<std::uintptr_t>(kernels));
    val stacks = val::array();
    for (int i = 0; i < threads; ++i) {
      const auto* stack = static_cast<const char*>(::operator new(stackBytes));  // for good
      stacks.call<void>("push", addressOf(stack + stackBytes));
    }
    val out = val::object();
    out.set("team", addressOf(&team));
    out.set("stacks", stacks);
    return out;
  });
}

val net1dOpen(val onnx, double threads) {
  return guarded([&] {
    static double next = 1;
    const double parts = threads >= 1 ? std::min<double>(threads, founder::mostParts) : 1;
    auto network = std::make_unique<Network>(JsSource(onnx), static_cast<std::uint32_t>(parts));
    networks()[next] = std::move(network);
    return next++;
  });
}

val net1dBegin(double number, val windows, double count, bool wantTimeMap) {
  return guarded([&] {
    Network& network = find(number);
    constexpr std::size_t most = founder::Net1DRun::mostWindows;
    if (!(count >= 1 && count <= most))
      throw founder::ModelError(
          "bad-option",
          "That many windows cannot be run at once: give 1 to " + std::to_string(most) + ".");
    const auto wanted = static_cast<std::size_t>(count);
    const std::size_t each =
        static_cast<std::size_t>(network.model.net().leads) * network.model.samples();
    if (windows["length"].as<double>() != static_cast<double>(wanted * each))
      throw founder::ModelError("bad-option", "The input holds no whole number of windows.");
    if (!network.run || network.run->capacity() < wanted) {
      network.run.reset();
      network.run = std::make_unique<founder::Net1DRun>(
          network.model, wanted, founder::Crew{runJob, &team, network.parts});
    }
    val(emscripten::typed_memory_view(wanted * each, network.run->input()))
        .call<void>("set", windows);
    network.run->begin(wanted, wantTimeMap);
    network.wantTimeMap = wantTimeMap;
    return static_cast<double>(network.run->steps());
  });
}

val net1dStep(double number) {
  return guarded([&] {
    Network& network = find(number);
    return network.run && network.run->step();
  });
}

val net1dOutputs(double number, double window) {
  return guarded([&] {
    const Network& network = find(number);
    const auto w = static_cast<std::size_t>(window);
    if (!network.run || w >= network.run->capacity())
      throw founder::ModelError("bad-option", "There is no such window: begin a run first.");
    const founder::Net1DRun& run = *network.run;
    const auto classes = static_cast<std::size_t>(network.model.net().classes);
    const auto features = static_cast<std::size_t>(network.model.net().features());
    val out = val::object();
    out.set("logits", typedArray("Float32Array", run.logits(w), classes));
    out.set("features", typedArray("Float32Array", run.features(w), features));
    if (!network.wantTimeMap) return out;
    std::vector<float> map;
    for (std::size_t k = 0; k < classes; ++k)
      map.insert(map.end(), run.timeMap(w, k), run.timeMap(w, k) + run.timeSteps());
    out.set("timeMap", typedArray("Float32Array", map.data(), map.size()));
    return out;
  });
}

val net1dClose(double number) {
  return guarded([&] {
    networks().erase(number);
    return val::undefined();
  });
}

}  // namespace wasm
