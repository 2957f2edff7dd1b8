#include <emscripten/bind.h>

#include "wasm/convert.h"

EMSCRIPTEN_BINDINGS(core) {
  using emscripten::function;
  function("readRecording", &wasm::readRecording);
  function("missingFiles", &wasm::missingFiles);
  function("deidentify", &wasm::deidentify);
  function("twelveLeads", &wasm::twelveLeads);
  function("modelLeads", &wasm::modelLeads);
  function("prepareInput", &wasm::prepareInput);
  function("writeCsv", &wasm::writeCsv);
  function("writeNpy", &wasm::writeNpy);
  function("onnxSize", &wasm::onnxSize);
  function("convertCheckpoint", &wasm::convertCheckpoint);
  function("officialSha256", &wasm::officialSha256);
  function("onnxInfo", &wasm::onnxInfo);
  function("net1dUse", &wasm::net1dUse);
  function("net1dOpen", &wasm::net1dOpen);
  function("net1dBegin", &wasm::net1dBegin);
  function("net1dStep", &wasm::net1dStep);
  function("net1dOutputs", &wasm::net1dOutputs);
  function("net1dClose", &wasm::net1dClose);
  function("labels", &wasm::labels);
  function("readEvidence", &wasm::readEvidence);
  function("readCalibration", &wasm::readCalibration);
  function("outsideDomain", &wasm::outsideDomain);
  function("readScores", &wasm::readScores);
  function("readLabelTable", &wasm::readLabelTable);
  function("refuseOverlap", &wasm::refuseOverlap);
  function("readScoreTable", &wasm::readScoreTable);
  function("scoreTableHead", &wasm::scoreTableHead);
  function("scoreTableRow", &wasm::scoreTableRow);
  function("evaluate", &wasm::evaluate);
  function("calibrate", &wasm::calibrate);
}
