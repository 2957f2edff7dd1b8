#include "models/evaluation/platt.h"

#include <cmath>
#include <vector>

#include "models/evaluation/logistic.h"

namespace founder {
namespace {

constexpr int mostSteps = 200;
constexpr double closeEnough = 1e-13;

/// The negative log-likelihood in the standardised logits z, and its derivatives.
struct Likelihood {
  std::vector<double> z, targets;

  double loss(double slope, double offset) const {
    double sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
      const double x = slope * z[i] + offset;
      sum += targets[i] * softplus(-x) + (1 - targets[i]) * softplus(x);
    }
    return sum;
  }

  struct Derivatives {
    double slope = 0, offset = 0;                          // first
    double slopeSlope = 0, slopeOffset = 0, offsetOffset = 0;  // second
  };
  Derivatives derivatives(double slope, double offset) const {
    Derivatives out;
    for (std::size_t i = 0; i < z.size(); ++i) {
      const double x = slope * z[i] + offset;
      const double p = sigmoid(x), weight = p * sigmoid(-x), error = p - targets[i];
      out.slope += error * z[i];
      out.offset += error;
      out.slopeSlope += weight * z[i] * z[i];
      out.slopeOffset += weight * z[i];
      out.offsetOffset += weight;
    }
    return out;
  }
};

/// The maximum in standardised logits, from the shares of the classes alone.
PlattScaling maximise(const Likelihood& likelihood, double offset) {
  double slope = 0, loss = likelihood.loss(slope, offset);
  for (int step = 0; step < mostSteps; ++step) {
    const auto d = likelihood.derivatives(slope, offset);
    constexpr double ridge = 1e-14;
    const double hSlope = d.slopeSlope + ridge, hOffset = d.offsetOffset + ridge;
    const double determinant = hSlope * hOffset - d.slopeOffset * d.slopeOffset;
    const double toSlope = -(hOffset * d.slope - d.slopeOffset * d.offset) / determinant;
    const double toOffset = -(hSlope * d.offset - d.slopeOffset * d.slope) / determinant;
    const double descent = d.slope * toSlope + d.offset * toOffset;
    double share = 1;
    // So near the end that rounding hides whether the loss still falls, Newton's step is right.
    while (descent < -1e-9 * (1 + loss) && share > 1e-10 &&
           likelihood.loss(slope + share * toSlope, offset + share * toOffset) >
               loss + 1e-4 * share * descent)
      share /= 2;
    slope += share * toSlope;
    offset += share * toOffset;
    loss = likelihood.loss(slope, offset);
    if (std::fabs(toSlope) < closeEnough * (1 + std::fabs(slope)) &&
        std::fabs(toOffset) < closeEnough * (1 + std::fabs(offset)))
      break;
  }
  return {slope, offset};
}

}  // namespace

std::optional<PlattScaling> fitPlatt(const Ranking& ranking) {
  double positives = 0, mean = 0, variance = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    positives += ranking.positive[i];
    mean += ranking.logits[i];
  }
  const auto n = static_cast<double>(ranking.size());
  mean /= n;
  for (const double x : ranking.logits) variance += (x - mean) * (x - mean) / n;
  const double deviation = std::sqrt(variance);
  if (ranking.size() == 0 || ranking.logits.front() == ranking.logits.back() || !(deviation > 0) ||
      !std::isfinite(deviation))
    return std::nullopt;
  Likelihood likelihood;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    likelihood.z.push_back((ranking.logits[i] - mean) / deviation);
    likelihood.targets.push_back(ranking.positive[i] ? (positives + 1) / (positives + 2)
                                                     : 1 / (n - positives + 2));
  }
  const double start = std::log((positives + 1) / (n - positives + 1));
  const PlattScaling found = maximise(likelihood, start);
  return PlattScaling{found.a / deviation, found.b - found.a * mean / deviation};
}

}  // namespace founder
