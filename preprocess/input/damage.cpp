#include "preprocess/input/damage.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ecg {
namespace {

struct LeadDamage {
  std::size_t missing = 0;  ///< NaN
  std::size_t infinite = 0;
  bool flat = true;  ///< the finite samples are all the same
};

LeadDamage inspect(const float* x, std::size_t n) {
  LeadDamage damage;
  const float* first = nullptr;
  for (std::size_t t = 0; t < n; ++t) {
    if (std::isnan(x[t])) {
      ++damage.missing;
    } else if (std::isinf(x[t])) {
      ++damage.infinite;
    } else {
      if (!first) first = x + t;
      damage.flat = damage.flat && x[t] == *first;
    }
  }
  return damage;
}

/// A growing list: "I 12, V3 400".
void add(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

}  // namespace

std::vector<Diagnostic> describeDamage(const Recording& recording) {
  std::string missing, infinite, empty, flat;
  for (std::size_t l = 0; l < recording.leads.size(); ++l) {
    const std::string& name = recording.leads[l].name;
    const LeadDamage damage = inspect(recording.lead(l), recording.length);
    if (damage.missing) add(missing, sentence({name, " ", damage.missing}));
    if (damage.infinite) add(infinite, sentence({name, " ", damage.infinite}));
    if (damage.missing + damage.infinite == recording.length)
      add(empty, name);
    else if (damage.flat)
      add(flat, name);
  }
  std::vector<Diagnostic> out;
  if (!missing.empty())
    out.push_back(
        {"missing-samples", "Missing samples became 0 mV; samples by lead: " + missing + "."});
  if (!infinite.empty())
    out.push_back(
        {"infinite-samples", "Infinite samples became 0 mV; samples by lead: " + infinite + "."});
  if (!empty.empty())
    out.push_back({"missing-lead-signal", "Not one sample is recorded in: " + empty + "."});
  if (!flat.empty())
    out.push_back({"flat-lead", "The signal is flat from start to end in: " + flat + "."});
  return out;
}

double missingFraction(const Recording& recording, std::size_t from, std::size_t until) {
  until = std::min(until, recording.length);
  if (from >= until || recording.leads.empty()) return 0;
  std::size_t missing = 0;
  for (std::size_t l = 0; l < recording.leads.size(); ++l) {
    const float* x = recording.lead(l);
    missing += static_cast<std::size_t>(
        std::count_if(x + from, x + until, [](float value) { return !std::isfinite(value); }));
  }
  const std::size_t all = recording.leads.size() * (until - from);
  return static_cast<double>(missing) / static_cast<double>(all);
}

}  // namespace ecg
