#pragma once

#include <cmath>

namespace founder {

/// 1 / (1 + e^-x), without overflow.
inline double sigmoid(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double e = std::exp(x);
  return e / (1 + e);
}

/// log(1 + e^x), without overflow; log sigmoid(x) is -softplus(-x).
inline double softplus(double x) {
  return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

/// The inverse of sigmoid, for 0 < p < 1.
inline double logit(double p) { return std::log(p) - std::log1p(-p); }

}  // namespace founder
