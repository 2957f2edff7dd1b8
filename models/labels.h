#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace founder {

/// How a report orders its findings; the enumerators are in that order.
enum class LabelGroup {
  rhythm,
  conduction,
  infarctIschaemia,
  hypertrophyEnlargement,
  axis,
  repolarisation,
  pacing,
  general,
  comparison,
  fragment,
};

/// One output of ECGFounder.
struct Label {
  std::string_view upstreamName;  ///< exactly as in upstream's tasks.txt
  std::string_view displayName;   ///< the clinical wording
  LabelGroup group;
  bool critical;  ///< would call for attention at once if it were true: never hidden
  bool singleEcg;  ///< false for the 22 that compare with an earlier ECG
  bool fragment;   ///< part of a sentence that says nothing without the rest

  /// A single ECG cannot support it, and it is not critical.
  constexpr bool hidden() const { return (!singleEcg || fragment) && !critical; }
};

/// ECGFounder's 150 labels in the order of its outputs. Which are critical follows the usual lists of
/// critical ECG results: acute infarction or injury, wide-complex tachycardia, complete AV block,
/// idioventricular rhythm, pacemaker failure. A "with ..." that is a finding of its own (first-degree
/// AV block) is no fragment.
const std::array<Label, 150>& founderLabels();

/// What only the bundled models look for.
const std::array<Label, 2>& bundledLabels();

/// The one with this name, of ECGFounder's or the bundled models'; null if there is none.
const Label* findLabel(std::string_view upstreamName);

/// A display name as it stands inside a sentence: `atrial fibrillation`, `RBBB and ...`, `T wave ...`.
std::string midSentence(std::string_view displayName);

/// `rhythm`, `conduction`, `infarct-ischaemia`, `hypertrophy-enlargement`, `axis`, `repolarisation`,
/// `pacing`, `general`, `comparison`, `fragment`.
std::string_view groupName(LabelGroup group);

}  // namespace founder
