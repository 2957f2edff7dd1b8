#pragma once

#include <array>
#include <string>
#include <vector>

namespace ecg::quality {

/// Electrodes that can be told to have been swapped.
enum class Swap {
  none,
  arms,             ///< left and right arm
  rightArmLeg,      ///< right arm and left leg
  limbsTurned,      ///< the three limb electrodes turned one way
  limbsTurnedBack,  ///< and the other
  v1v2,
  v2v3,
  v3v4,
  v4v5,
  v1v3,
  v4v6,
  v1toV6  ///< the six in the reverse order
};

/// The eight leads that the others follow from, in this order.
inline constexpr std::array<const char*, 8> independentLeads = {"I",  "II", "V1", "V2",
                                                                "V3", "V4", "V5", "V6"};

/// Which swap makes the mean QRS complexes of the eight leads fit together much better than as they
/// were recorded.
///
/// After Kors and van Herpen 2001, who predict each lead from the others and undo each interchange
/// in turn; here all predictions are one Gaussian of the eight leads, whose inverse covariance was
/// estimated from PTB-XL. Left arm with left leg is not among them, nor V5 with V6: undoing these
/// changes the fit less than people differ (in PTB-XL a quarter could be told). A heart on the
/// right side looks like swapped arm electrodes.
/// @param shapes mV, of the same length
/// @param limbsRight where something else says that the limb electrodes are where they belong
Swap likelySwap(const std::array<const std::vector<double>*, 8>& shapes, bool limbsRight);

}  // namespace ecg::quality
