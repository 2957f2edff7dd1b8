#include <string>
#include <vector>

#include "models/evaluation/calibrate.h"
#include "models/evaluation/matched.h"
#include "models/evaluation/report.h"
#include "models/evaluation/tables_json.h"
#include "wasm/convert.h"
#include "wasm/values.h"

namespace wasm {

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
    return founder::scoreTableRowOf(recording, values, static_cast<std::size_t>(classes),
                                    aggregate);
  });
}

val evaluate(std::string request) {
  return guarded([&] { return founder::evaluationReport(request); });
}

val calibrate(std::string request) {
  return guarded([&] { return founder::calibrationReport(request); });
}

}  // namespace wasm
