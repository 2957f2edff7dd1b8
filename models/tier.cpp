#include "models/tier.h"

#include <cmath>

#include "models/two_decimals.h"

namespace founder {
namespace {

bool finite(const std::optional<double>& value) { return value && std::isfinite(*value); }

/// ` on PTB-XL`, or nothing where the data set has no name.
std::string onDataset(const Evidence& evidence) {
  return evidence.dataset.empty() ? "" : " on " + evidence.dataset;
}

std::string counts(const Evidence& evidence) {
  return "n " + std::to_string(evidence.n) + ", " + std::to_string(evidence.positives) +
         " positive";
}

std::string figures(const Evidence& evidence) {
  return "AUROC " + twoDecimals(*evidence.auroc) + " (" + twoDecimals(*evidence.aurocLow) + " to " +
         twoDecimals(*evidence.aurocHigh) + "), " + counts(evidence);
}

/// Why a measurement does not count; empty where it does.
std::string shortcoming(const Evidence& evidence) {
  const std::uint64_t negatives = evidence.n - evidence.positives;
  if (evidence.positives < fewestCases || negatives < fewestCases)
    return "measured" + onDataset(evidence) + " on too few cases (" + counts(evidence) + ")";
  if (!finite(evidence.auroc) || !finite(evidence.aurocLow) || !finite(evidence.aurocHigh))
    return "measured" + onDataset(evidence) + " without an AUROC and its interval (" +
           counts(evidence) + ")";
  if (*evidence.aurocLow <= 0.5)
    return "measured" + onDataset(evidence) + " and not shown to be better than chance (" +
           figures(evidence) + ")";
  return "";
}

}  // namespace

Tier tierOf(const std::optional<Evidence>& evidence, std::string_view citation) {
  const std::string lacking = evidence ? shortcoming(*evidence) : "not measured here";
  if (lacking.empty())
    return {"validated", "validated here" + onDataset(*evidence) + ": " + figures(*evidence)};
  if (!citation.empty())
    return {"reported", "reported by others: " + std::string(citation) + "; " + lacking};
  return {"unknown",
          lacking + (evidence ? "" : ", and nothing published that is known for this model")};
}

}  // namespace founder
