#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/label_knowledge.h"

namespace founder {

/// Of each kind, positive and negative, below which a measured AUROC is too uncertain to count: at
/// 8 positives an AUROC of 0.9 has a standard error of about 0.07 (Hanley & McNeil, Radiology
/// 1982).
inline constexpr std::uint64_t fewestCases = 8;

/// What stands behind a label's score, and the words for it.
struct Tier {
  std::string name;    ///< `validated`, `reported` or `unknown`
  std::string reason;  ///< in plain words, with the figures
};

/// `validated` where the label was measured on at least `fewestCases` positives and as many
/// negatives, with a finite interval that lies wholly above 0.5 (chance); else `reported` where
/// others published figures; else `unknown`, the reason saying what there is.
///
/// @param citation of what others published for this model and label; empty if nothing
Tier tierOf(const std::optional<Evidence>& evidence, std::string_view citation);

}  // namespace founder
