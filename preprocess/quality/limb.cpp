#include "preprocess/quality/limb.h"

#include <algorithm>
#include <cmath>

namespace ecg::quality {
namespace {

constexpr double meanSeconds = 0.6;
constexpr double roundedApart = 0.02;  // mV

double rmsOfFast(const std::vector<double>& x, std::size_t width) {
  const std::vector<double> slow = movingMean(x, width);
  double sum = 0;
  for (std::size_t t = 0; t < x.size(); ++t) sum += (x[t] - slow[t]) * (x[t] - slow[t]);
  return std::sqrt(sum / std::max<double>(1, static_cast<double>(x.size())));
}

/// A lead that follows from I and II: a I + b II.
struct Derived {
  std::size_t lead;
  double a, b;
};

double errorOf(const std::vector<Trace>& traces, const LimbLeads& limb, const Derived& derived) {
  const Trace &i = traces[limb.i], &ii = traces[limb.ii], &stored = traces[derived.lead];
  std::vector<double> over(stored.x.size());
  for (std::size_t t = 0; t < over.size(); ++t)
    over[t] = stored.x[t] - derived.a * i.x[t] - derived.b * ii.x[t];
  const std::size_t width = stored.samplesIn(meanSeconds);
  const double error = rmsOfFast(over, width);
  if (!(error > roundedApart)) return 0;
  return error /
         std::max({rmsOfFast(i.x, width), rmsOfFast(ii.x, width), rmsOfFast(stored.x, width)});
}

}  // namespace

std::size_t LimbLeads::count() const {
  std::size_t present = 0;
  for (const std::size_t lead : {i, ii, iii, avr, avl, avf}) present += lead != none;
  return present;
}

bool LimbLeads::has(std::size_t lead) const {
  return lead == i || lead == ii || lead == iii || lead == avr || lead == avl || lead == avf;
}

std::size_t leadNamed(const std::vector<std::string>& names, const char* name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? LimbLeads::none : static_cast<std::size_t>(found - names.begin());
}

LimbLeads limbLeads(const std::vector<std::string>& names) {
  return {leadNamed(names, "I"),   leadNamed(names, "II"),  leadNamed(names, "III"),
          leadNamed(names, "aVR"), leadNamed(names, "aVL"), leadNamed(names, "aVF")};
}

double einthovenError(const std::vector<Trace>& traces, const LimbLeads& limb) {
  if (limb.i == LimbLeads::none || limb.ii == LimbLeads::none) return 0;
  double worst = 0;
  for (const Derived& derived : {Derived{limb.iii, -1, 1}, Derived{limb.avr, -0.5, -0.5},
                                 Derived{limb.avl, 1, -0.5}, Derived{limb.avf, -0.5, 1}})
    if (derived.lead != LimbLeads::none) worst = std::max(worst, errorOf(traces, limb, derived));
  return worst;
}

}  // namespace ecg::quality
