#pragma once

#include <emscripten/val.h>

#include <string>

/// Every conversion between JavaScript values and the C++ library; convert_*.cpp, one a subject.
///
/// Each function returns `{ value }`, or `{ error: { code, message } }` where the library threw: a
/// C++ exception must not cross the boundary as a raw pointer. Typed arrays come in as copies and
/// go out as fresh arrays. The shapes are those of web/src/core-types.ts.
namespace wasm {

using emscripten::val;

val readRecording(val files, val options);
val missingFiles(val files);
val deidentify(val patient);
val twelveLeads(val recording);
val modelLeads(val recording);
val prepareInput(val recording, val options);
val writeCsv(val recording);
val writeNpy(val values, val shape);
val onnxSize(val source, val options);
val convertCheckpoint(val source, val options, val sink);
val officialSha256(val source);
val onnxInfo(val source);

// Our own engine: a network is known by the number that net1dOpen gives it.
val net1dUse(double kernels, double threads);
val net1dOpen(val onnx, double threads);
val net1dBegin(double network, val windows, double count, bool wantTimeMap);
val net1dStep(double network);
val net1dOutputs(double network, double window);
val net1dClose(double network);

val labels();
val readEvidence(val json, val modelSha256, val modelLabels);
val readCalibration(val json, val modelSha256, val modelLabels);
val outsideDomain(val card, val wearable);
val readScores(val labelNames, val logits, val options);

// Quality, beats and measurements.
val examine(val recording);

// Beats against annotation files: tallies of records, and what they come to.
val evaluateBeats(val recording, val files, val options);
val summarizeBeats(val records);

// Evaluation: tables and JSON are text, see models/evaluation/.
val readLabelTable(std::string text);
val refuseOverlap(std::string labels, std::string fitOn);
val readScoreTable(std::string text);
val scoreTableHead(std::string json);
val scoreTableRow(std::string recording, val logits, double classes, std::string aggregate);
val evaluate(std::string request);
val calibrate(std::string request);

}  // namespace wasm
