#include "preprocess/formats/sierra/limb_leads.h"

#include <algorithm>

#include "preprocess/error.h"
#include "preprocess/leads/names.h"

namespace ecg::sierra {
namespace {

/// Half of a number, rounded down.
std::int32_t half(std::int32_t x) { return x >= 0 ? x / 2 : -((1 - x) / 2); }

}  // namespace

void restoreLimbLeads(const std::vector<std::string>& names,
                      std::vector<std::vector<std::int32_t>>& leads, const std::string& file) {
  constexpr std::size_t limbs = 6;
  std::vector<std::string> found;
  for (const std::string& name : names) found.push_back(canonicalLeadName(name));
  const auto* limb = standardLeads.begin();
  if (found.size() < limbs || !std::equal(limb, limb + limbs, found.begin())) {
    for (std::size_t i = 2; i < limbs; ++i)
      if (std::find(found.begin(), found.end(), standardLeads[i]) != found.end())
        reject("unsupported-leads",
               {file, " has lead ", std::string(standardLeads[i]),
                " in XLI, but not as one of the first six leads I, II, III, aVR, aVL, "
                "aVF, so that it cannot be put together; export it uncompressed."});
    return;
  }
  auto &one = leads[0], &two = leads[1], &three = leads[2], &right = leads[3], &left = leads[4],
       &foot = leads[5];
  for (std::size_t t = 0; t < one.size(); ++t) {
    three[t] = two[t] - one[t] - three[t];
    right[t] = -half(one[t] + two[t]) - right[t];
    left[t] = half(one[t] - three[t]) - left[t];
    foot[t] = half(two[t] + three[t]) - foot[t];
  }
}

}  // namespace ecg::sierra
