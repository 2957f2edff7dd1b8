#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// Where the limb leads are among some leads.
struct LimbLeads {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t i = none, ii = none, iii = none, avr = none, avl = none, avf = none;

  std::size_t count() const;
  bool has(std::size_t lead) const;
};

/// @param names canonical names
LimbLeads limbLeads(const std::vector<std::string>& names);

/// The first lead of a name, or LimbLeads::none.
std::size_t leadNamed(const std::vector<std::string>& names, const char* name);

/// By how much the limb leads contradict Einthoven (I + III = II) and Goldberger (aVR = -(I+II)/2,
/// aVL = I - II/2, aVF = II - I/2), of those that are stored: the root mean square of what is over,
/// as a share of that of the largest lead, both less their mean over 0.6 s; the largest of the
/// four. 0 where nothing can be compared, or less than 0.02 mV is over: leads are rounded apart.
/// @param traces [names], of the same length
double einthovenError(const std::vector<Trace>& traces, const LimbLeads& limb);

}  // namespace ecg::quality
