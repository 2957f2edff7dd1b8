#include "models/tier.h"

#include <doctest/doctest.h>

#include <limits>

using founder::Evidence;
using founder::tierOf;

TEST_CASE("tier: validated on enough cases, with an interval above chance, and the figures said") {
  const auto tier = tierOf(Evidence{"PTB-XL", 1588, 81, 0.981, 0.963, 0.99}, "");
  CHECK(tier.name == "validated");
  CHECK(tier.reason == "validated here on PTB-XL: AUROC 0.98 (0.96 to 0.99), n 1588, 81 positive");
  CHECK(tierOf(Evidence{"", 16, 8, 0.9, 0.7, 1.0}, "").reason ==
        "validated here: AUROC 0.90 (0.70 to 1.00), n 16, 8 positive");
}

TEST_CASE("tier: a measurement that is too little does not count, and why is said") {
  const auto unknown = [](const Evidence& evidence, const char* why) {
    const auto tier = tierOf(evidence, "");
    CHECK(tier.name == "unknown");
    CHECK_MESSAGE(tier.reason.find(why) != std::string::npos, tier.reason);
  };
  unknown({"A", 500, 7, 0.9, 0.8, 0.95}, "measured on A on too few cases (n 500, 7 positive)");
  unknown({"A", 500, 493, 0.9, 0.8, 0.95}, "too few");
  unknown({"A", 500, 50, std::nullopt, std::nullopt, std::nullopt}, "without an AUROC");
  unknown({"A", 500, 50, 0.9, std::nullopt, std::nullopt}, "without an AUROC");
  unknown({"A", 500, 50, 0.9, 0.8, std::numeric_limits<double>::infinity()}, "without an AUROC");
  unknown({"A", 500, 50, 0.55, 0.45, 0.65}, "not shown to be better than chance");
  unknown({"A", 500, 50, 0.2, 0.1, 0.3}, "not shown to be better than chance");
}

TEST_CASE("tier: what others reported stands where nothing was validated here") {
  CHECK(tierOf(std::nullopt, "X 2025").name == "reported");
  CHECK(tierOf(std::nullopt, "X 2025").reason == "reported by others: X 2025; not measured here");
  CHECK(tierOf(Evidence{"A", 9, 2, 0.9, 0.8, 0.95}, "X 2025").name == "reported");
  CHECK(tierOf(Evidence{"A", 90, 20, 0.9, 0.8, 0.95}, "X 2025").name == "validated");
  CHECK(tierOf(std::nullopt, "").name == "unknown");
}
