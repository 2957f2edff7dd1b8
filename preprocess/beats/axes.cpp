#include "preprocess/beats/axes.h"

#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "preprocess/beats/statistics.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace {

constexpr double pi = 3.14159265358979323846;

/// A limb lead as a combination of I and aVF (Einthoven, Goldberger): a I + b aVF.
struct LimbLead {
  std::string_view name;
  double i, avf;
};
constexpr std::array<LimbLead, 6> limbLeads = {{{"I", 1, 0},
                                                {"aVF", 0, 1},
                                                {"II", 0.5, 1},
                                                {"III", -0.5, 1},
                                                {"aVL", 0.75, -0.5},
                                                {"aVR", -0.75, -0.5}}};

struct FoundLimbLead {
  std::size_t at;  ///< of `Beats::leads`
  double i, avf;
};

std::vector<FoundLimbLead> limbLeadsOf(const Recording& recording, const Beats& beats) {
  std::vector<FoundLimbLead> found;
  for (const LimbLead& limb : limbLeads)
    for (std::size_t l = 0; l < beats.leads.size(); ++l)
      if (canonicalLeadName(recording.leads[beats.leads[l].lead].name) == limb.name) {
        found.push_back({l, limb.i, limb.avf});
        break;
      }
  return found;
}

struct Direction {
  double x, y;
};

/// The wave's net area along I and, as long as it, along aVF.
std::optional<Direction> directionOf(const Beats& beats, const std::vector<FoundLimbLead>& limbs,
                                     std::size_t beat, float BeatAmplitudes::*area) {
  const FoundLimbLead &a = limbs[0], &b = limbs[1];
  const double first = beats.leads[a.at].amplitudes[beat].*area;
  const double second = beats.leads[b.at].amplitudes[beat].*area;
  const double determinant = a.i * b.avf - a.avf * b.i;
  const double i = (first * b.avf - a.avf * second) / determinant;
  const double avf = (a.i * second - first * b.i) / determinant;
  if (!std::isfinite(i) || !std::isfinite(avf) || (i == 0 && avf == 0)) return std::nullopt;
  return Direction{i, avf * 2 / std::sqrt(3.0)};
}

double degrees(double x, double y) { return std::atan2(y, x) * 180 / pi; }

/// The direction of the medians, and the root mean square of the angles to it.
Measurement axisOf(const Beats& beats, const std::vector<FoundLimbLead>& limbs,
                   const std::vector<std::size_t>& which, float BeatAmplitudes::*area) {
  std::vector<double> x, y;
  for (std::size_t b : which)
    if (const auto direction = directionOf(beats, limbs, b, area)) {
      x.push_back(direction->x);
      y.push_back(direction->y);
    }
  if (x.empty() || x.size() * 2 < which.size())
    return unmeasured({"Too few normal beats have this wave."});
  Measurement out;
  out.beats = x.size();
  out.value = degrees(median(x), median(y));
  if (x.size() < 2) return out;
  double squares = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    const double away = std::remainder(degrees(x[k], y[k]) - out.value, 360);
    squares += away * away;
  }
  out.spread = std::sqrt(squares / static_cast<double>(x.size() - 1));
  return out;
}

const LeadMeasurements* leadNamed(const std::vector<LeadMeasurements>& leads,
                                  std::string_view name) {
  for (const LeadMeasurements& lead : leads)
    if (canonicalLeadName(lead.lead) == name) return &lead;
  return nullptr;
}

/// The S wave, or where it is deeper the Q: all of a QS complex, or nearly all.
const Measurement& depth(const LeadMeasurements& lead) {
  return lead.q.value < lead.s.value ? lead.q : lead.s;
}

/// An R wave and an S wave together, which are not of the same lead.
Measurement sum(const Measurement& r, const Measurement& s) {
  if (!r.reason.empty() || !s.reason.empty()) return unmeasured({"No normal beat has both waves."});
  Measurement out = r;
  out.value -= s.value;
  return out;
}

}  // namespace

Axes axesOf(const Recording& recording, const Beats& beats, const std::vector<std::size_t>& which) {
  const std::vector<FoundLimbLead> limbs = limbLeadsOf(recording, beats);
  if (limbs.size() < 2) {
    const Measurement none = unmeasured({"An axis needs two of the limb leads."});
    return {none, none, none};
  }
  return {axisOf(beats, limbs, which, &BeatAmplitudes::pArea),
          axisOf(beats, limbs, which, &BeatAmplitudes::qrsArea),
          axisOf(beats, limbs, which, &BeatAmplitudes::tArea)};
}

HypertrophyVoltages hypertrophyVoltages(const std::vector<LeadMeasurements>& leads) {
  const LeadMeasurements *v1 = leadNamed(leads, "V1"), *v3 = leadNamed(leads, "V3"),
                         *v5 = leadNamed(leads, "V5"), *v6 = leadNamed(leads, "V6"),
                         *avl = leadNamed(leads, "aVL");
  HypertrophyVoltages out;
  out.sokolowLyon = !v1 || !(v5 || v6) ? unmeasured({"Leads V1 and V5 or V6 are needed."})
                    : !v6 || (v5 && v5->r.value >= v6->r.value) ? sum(v5->r, depth(*v1))
                                                                : sum(v6->r, depth(*v1));
  out.cornell =
      !v3 || !avl ? unmeasured({"Leads V3 and aVL are needed."}) : sum(avl->r, depth(*v3));
  out.rAvl = avl ? avl->r : unmeasured({"Lead aVL is needed."});
  return out;
}

}  // namespace ecg
