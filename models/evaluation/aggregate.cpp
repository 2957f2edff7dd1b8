#include "models/evaluation/aggregate.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/error.h"
#include "models/evaluation/logistic.h"
#include "models/quote.h"

namespace founder {
namespace {

/// log(e^a + e^b)
double logAdd(double a, double b) {
  if (std::isinf(a)) return b;
  return std::max(a, b) + std::log1p(std::exp(-std::fabs(a - b)));
}

/// log(mean p / mean(1 - p)), from the logarithms of p and 1 - p so that no score is too near 0 or 1.
double logitOfMeanScore(const std::vector<float>& logits, std::size_t label, std::size_t classes) {
  double present = -std::numeric_limits<double>::infinity();
  double absent = present;
  for (std::size_t at = label; at < logits.size(); at += classes) {
    present = logAdd(present, -softplus(-double{logits[at]}));
    absent = logAdd(absent, -softplus(double{logits[at]}));
  }
  return present - absent;
}

}  // namespace

Aggregate aggregateFromName(std::string_view name) {
  if (name == "max") return Aggregate::max;
  if (name == "mean") return Aggregate::mean;
  throw ModelError("bad-option", "The aggregate is " + quote(name) + ": give max or mean.");
}

std::string aggregateName(Aggregate how) { return how == Aggregate::max ? "max" : "mean"; }

std::vector<double> aggregateLogits(const std::vector<float>& logits, std::size_t classes,
                                    Aggregate how) {
  if (classes == 0 || logits.empty() || logits.size() % classes != 0)
    throw ModelError("wrong-shape", "The model gave " + std::to_string(logits.size()) +
                                        " logits, which are no windows of " +
                                        std::to_string(classes) + " labels.");
  if (!std::all_of(logits.begin(), logits.end(), [](float x) { return std::isfinite(x); }))
    throw ModelError("bad-output", "The model's output is not a number: its weights are damaged.");
  std::vector<double> out(classes);
  for (std::size_t label = 0; label < classes; ++label) {
    if (how == Aggregate::mean && logits.size() > classes) {
      out[label] = logitOfMeanScore(logits, label, classes);
      continue;
    }
    float highest = logits[label];
    for (std::size_t at = label; at < logits.size(); at += classes)
      highest = std::max(highest, logits[at]);
    out[label] = highest;
  }
  return out;
}

}  // namespace founder
