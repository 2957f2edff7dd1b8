#include "preprocess/quality/reversal.h"

#include <cmath>
#include <cstddef>

namespace ecg::quality {
namespace {

constexpr std::size_t n = 8;
using Matrix = std::array<std::array<double, n>, n>;

/// Inverse covariance of I, II, V1 to V6 over the mean QRS complexes (100 ms before and after) of
/// PTB-XL 1.0.3, ids 1 to 1600 (CC BY 4.0), each recording at the same power.
constexpr Matrix inverseCovariance = {{
    {0.838, 0.136, 0.572, -0.210, -0.072, 0.055, -0.022, -0.342},
    {0.136, 0.835, 0.103, 0.088, -0.104, -0.096, -0.009, -0.372},
    {0.572, 0.103, 0.954, -0.370, -0.056, 0.032, -0.002, 0.003},
    {-0.210, 0.088, -0.370, 0.359, -0.191, 0.035, -0.030, 0.053},
    {-0.072, -0.104, -0.056, -0.191, 0.483, -0.402, 0.120, 0.084},
    {0.055, -0.096, 0.032, 0.035, -0.402, 0.869, -0.769, 0.243},
    {-0.022, -0.009, -0.002, -0.030, 0.120, -0.769, 1.818, -1.358},
    {-0.342, -0.372, 0.003, 0.053, 0.084, 0.243, -1.358, 1.844},
}};

/// What a swap made of the leads: I and II of I and II, and where each precordial lead came from.
struct Exchange {
  Swap swap;
  double evidence;  ///< that it takes: the logarithm of how much better it fits
  int limbs[4];     ///< I of I, of II; II of I, of II
  int from[6];
};

constexpr Exchange exchanges[] = {
    {Swap::arms, 0.25, {-1, 0, -1, 1}, {0, 1, 2, 3, 4, 5}},
    {Swap::rightArmLeg, 0.3, {1, -1, 0, -1}, {0, 1, 2, 3, 4, 5}},
    {Swap::limbsTurned, 0.3, {-1, 1, -1, 0}, {0, 1, 2, 3, 4, 5}},
    {Swap::limbsTurnedBack, 0.3, {0, -1, 1, -1}, {0, 1, 2, 3, 4, 5}},
    {Swap::v1v2, 0.3, {1, 0, 0, 1}, {1, 0, 2, 3, 4, 5}},
    {Swap::v2v3, 0.7, {1, 0, 0, 1}, {0, 2, 1, 3, 4, 5}},
    {Swap::v3v4, 0.35, {1, 0, 0, 1}, {0, 1, 3, 2, 4, 5}},
    {Swap::v4v5, 0.4, {1, 0, 0, 1}, {0, 1, 2, 4, 3, 5}},
    {Swap::v1v3, 0.3, {1, 0, 0, 1}, {2, 1, 0, 3, 4, 5}},
    {Swap::v4v6, 0.35, {1, 0, 0, 1}, {0, 1, 2, 5, 4, 3}},
    {Swap::v1toV6, 0.5, {1, 0, 0, 1}, {5, 4, 3, 2, 1, 0}},
};

constexpr double otherLimbs = 0.2;  // by how much another limb swap has to fit better than the arms

/// Sums of the products of the leads, as they would be after an exchange.
Matrix exchanged(const Matrix& products, const Exchange& exchange) {
  Matrix map = {};
  for (std::size_t row = 0; row < 2; ++row)
    for (std::size_t column = 0; column < 2; ++column)
      map[row][column] = exchange.limbs[2 * row + column];
  for (std::size_t v = 0; v < 6; ++v)
    map[2 + v][2 + static_cast<std::size_t>(exchange.from[v])] = 1;
  Matrix half = {}, out = {};
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t c = 0; c < n; ++c) half[r][c] += map[r][k] * products[k][c];
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t c = 0; c < n; ++c) out[r][c] += half[r][k] * map[c][k];
  return out;
}

double misfit(const Matrix& products) {
  double sum = 0;
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t c = 0; c < n; ++c) sum += inverseCovariance[r][c] * products[r][c];
  return sum;
}

}  // namespace

Swap likelySwap(const std::array<const std::vector<double>*, 8>& shapes, bool limbsRight) {
  Matrix products = {};
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t c = 0; c < n; ++c)
      for (std::size_t t = 0; t < shapes[r]->size(); ++t)
        products[r][c] += (*shapes[r])[t] * (*shapes[c])[t];
  const double recorded = misfit(products);
  if (!(recorded > 0)) return Swap::none;
  Swap likely = Swap::none;
  double best = 0;
  for (const Exchange& exchange : exchanges) {
    if (limbsRight && exchange.swap <= Swap::limbsTurnedBack) continue;
    const double evidence = std::log(recorded / misfit(exchanged(products, exchange)));
    if (!(evidence > exchange.evidence) || evidence < best) continue;
    likely = exchange.swap;
    best = evidence + (likely == Swap::arms ? otherLimbs : 0);
  }
  return likely;
}

}  // namespace ecg::quality
