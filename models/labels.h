#pragma once

#include <array>
#include <string_view>

namespace founder {

enum class LabelGroup {
  rhythm,
  conduction,
  infarctIschaemia,
  hypertrophyEnlargement,
  axis,
  repolarisation,
  pacing,
  comparison,  ///< with an earlier ECG
  fragment,    ///< part of a sentence whose other part is another label
  general
};

/// One of the model's 150 outputs.
struct Label {
  std::string_view upstreamName;  ///< exactly as in upstream's tasks.txt
  std::string_view displayName;   ///< sentence case; a fragment begins with an ellipsis
  LabelGroup group = LabelGroup::general;
  bool singleEcg = true;  ///< false where it compares with an earlier ECG
  bool fragment = false;  ///< means nothing without the statement it belongs to
  bool critical = false;  ///< asks for urgent attention: never to be hidden, fragment or not
};

/// The labels in the order of the logits. Which of them stand alone, compare, or are critical is
/// this project's reading, not upstream's.
const std::array<Label, 150>& founderLabels();

/// "Infarct and ischaemia" and so on, for a heading.
std::string_view groupName(LabelGroup group);

}  // namespace founder
