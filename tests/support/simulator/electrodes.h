#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace ecg::testing {

/// The electrodes of a 12-lead ECG: three limbs, the right leg (the recorder's own reference), the
/// chest.
enum class Electrode { RA, LA, LL, RL, V1, V2, V3, V4, V5, V6 };
inline constexpr std::size_t electrodeCount = 10;

/// Potentials of the electrodes, mV, in the order of `Electrode`.
using Potentials = std::array<double, electrodeCount>;

/// The heart as a dipole, in mV as leads see it: `left` is lead I, `down` is 2 / sqrt(3) * aVF (so
/// that left and down span the hexaxial plane), `back` is Frank's Z.
struct HeartVector {
  double left = 0, down = 0, back = 0;
};

/// A vector in the frontal plane: mV, degrees (0 is left, 90 down).
HeartVector frontal(double millivolts, double axis);

HeartVector operator+(const HeartVector& a, const HeartVector& b);

/// What the electrodes see of the dipole, Wilson's terminal at 0. The lead field is Dower's
/// (Dower GE, Machado HB, Osborne JA, Clin Cardiol 1980;3:87-95): X and Y are such that I and aVF
/// are as given, and the chest follows from X, Y and Z. The right leg sees nearly what the left one
/// does.
Potentials potentialsOf(const HeartVector& vector);

/// The potentials at which I, II, V1 to V6 are these, mV.
Potentials potentialsOf(const std::array<double, 8>& leads);

/// I, II, III, aVR, aVL, aVF, V1 to V6 as the recorder forms them from its ten cables.
std::array<double, 12> leadsOf(const Potentials& cables);

/// Which electrode each cable of the recorder is on.
using Cables = std::array<Electrode, electrodeCount>;

/// Each on its own, then the pairs exchanged one after the other.
Cables cablesWith(const std::vector<std::pair<Electrode, Electrode>>& swapped);

/// How one of the twelve leads weighs the electrodes.
Potentials leadRow(std::size_t lead, const Cables& cables);

/// The sum of electrodes that `row` weighs.
double weighed(const Potentials& size, const Potentials& row);

}  // namespace ecg::testing
