#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/arrays/axes.h"

namespace ecg::arrays {

/// An array that may be an ECG, or several of one length that are named as leads and lie together.
struct Candidate {
  std::string name;    ///< for messages
  std::string parent;  ///< what holds it
  std::vector<const Item*> parts;
  bool named = false;  ///< the parts are leads by their names
  std::size_t recordings = 1;
  int rank = 0;  ///< the smaller the likelier by its name
};

/// Every array of the file that may be an ECG, the likeliest first. Positions and labels are not
/// among them, nor short arrays where there are long ones.
std::vector<Candidate> findCandidates(const Contents& contents);

/// "val (12 x 5000)".
std::string describe(const Candidate& candidate);

}  // namespace ecg::arrays
