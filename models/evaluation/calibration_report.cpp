#include "models/error.h"
#include "models/evaluation/calibrate.h"
#include "models/evaluation/problems.h"
#include "models/evaluation/request.h"

namespace founder {
namespace {

Calibration fromLabels(const Request& request, const ScoreTable& scores, ProblemList& problems) {
  const LabelTable labels = readLabelTable(request.text("labels"));
  const Matched matched(labels, scores);
  problems.add(labels.problems);
  problems.add(matched.problems());
  return calibrate(labels, scores, matched, request.criterion());
}

}  // namespace

std::string calibrationReport(const std::string& text) {
  const Request request(text);
  if (request.has("labels") == request.has("from"))
    throw ModelError("bad-option",
                     "A calibration is made from labels or from another calibration: give one of the "
                     "two.");
  const ScoreTable scores = readScoreTable(request.text("scores"));
  ProblemList problems(request.problems());
  problems.add(scores.problems);
  Calibration out = request.has("labels")
                        ? fromLabels(request, scores, problems)
                        : adaptPrevalence(readCalibration(request.text("from")), scores);
  out.modelName = request.text("modelName", out.modelName);
  out.modelSha256 = scores.head.model;
  out.preset = scores.head.preset;
  out.aggregate = scores.head.aggregate;
  out.options = scores.head.options;
  problems.add(out.problems);
  out.problems = problems.all();
  return writeCalibration(out);
}

}  // namespace founder
