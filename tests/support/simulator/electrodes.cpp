#include "tests/support/simulator/electrodes.h"

#include <cmath>

namespace ecg::testing {
namespace {

constexpr double pi = 3.14159265358979323846;
const double halfRoot3 = std::sqrt(3.0) / 2;

struct LeadVector {
  double x, y, z;
};
constexpr LeadVector dowerI = {0.632, -0.235, 0.059};
constexpr LeadVector dowerII = {0.235, 1.066, -0.132};
constexpr LeadVector dowerChest[6] = {{-0.515, 0.157, -0.917}, {0.044, 0.164, -1.387},
                                      {0.882, 0.098, -1.277},  {1.213, 0.127, -0.601},
                                      {1.125, 0.127, -0.086},  {0.831, 0.076, 0.230}};
constexpr double rightLeg = 0.98;  // of the left leg's potential

}  // namespace

HeartVector frontal(double millivolts, double axis) {
  return {millivolts * std::cos(axis * pi / 180), millivolts * std::sin(axis * pi / 180), 0};
}

HeartVector operator+(const HeartVector& a, const HeartVector& b) {
  return {a.left + b.left, a.down + b.down, a.back + b.back};
}

Potentials potentialsOf(const HeartVector& vector) {
  const double one = vector.left;
  const double two = vector.left / 2 + halfRoot3 * vector.down;
  const double z = vector.back;
  const double oneLeft = one - dowerI.z * z, twoLeft = two - dowerII.z * z;
  const double determinant = dowerI.x * dowerII.y - dowerI.y * dowerII.x;
  const double x = (oneLeft * dowerII.y - twoLeft * dowerI.y) / determinant;
  const double y = (twoLeft * dowerI.x - oneLeft * dowerII.x) / determinant;
  std::array<double, 8> leads = {one, two};
  for (std::size_t k = 0; k < 6; ++k)
    leads[2 + k] = dowerChest[k].x * x + dowerChest[k].y * y + dowerChest[k].z * z;
  return potentialsOf(leads);
}

Potentials potentialsOf(const std::array<double, 8>& leads) {
  const double ra = -(leads[0] + leads[1]) / 3;
  const double ll = ra + leads[1];
  return {ra,       ra + leads[0], ll,       ll * rightLeg, leads[2],
          leads[3], leads[4],      leads[5], leads[6],      leads[7]};
}

std::array<double, 12> leadsOf(const Potentials& cables) {
  const double ra = cables[0], la = cables[1], ll = cables[2];
  const double wilson = (ra + la + ll) / 3;
  std::array<double, 12> leads = {
      la - ra, ll - ra, ll - la, ra - (la + ll) / 2, la - (ra + ll) / 2, ll - (ra + la) / 2};
  for (std::size_t k = 0; k < 6; ++k) leads[6 + k] = cables[4 + k] - wilson;
  return leads;
}

Cables cablesWith(const std::vector<std::pair<Electrode, Electrode>>& swapped) {
  Cables cables;
  for (std::size_t c = 0; c < electrodeCount; ++c) cables[c] = static_cast<Electrode>(c);
  for (const auto& [a, b] : swapped)
    std::swap(cables[static_cast<std::size_t>(a)], cables[static_cast<std::size_t>(b)]);
  return cables;
}

Potentials leadRow(std::size_t lead, const Cables& cables) {
  Potentials row{};
  for (std::size_t c = 0; c < electrodeCount; ++c) {
    Potentials alone{};
    alone[c] = 1;
    row[static_cast<std::size_t>(cables[c])] = leadsOf(alone)[lead];
  }
  return row;
}

double weighed(const Potentials& size, const Potentials& row) {
  double sum = 0;
  for (std::size_t e = 0; e < electrodeCount; ++e) sum += size[e] * row[e];
  return sum;
}

}  // namespace ecg::testing
