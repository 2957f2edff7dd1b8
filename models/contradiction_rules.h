#pragma once

#include <initializer_list>
#include <string_view>

namespace founder {

/// No label of `first` can be true of the same stretch of ECG as any label of `second`.
struct ContradictionRule {
  using Names = std::initializer_list<std::string_view>;

  std::string_view name;  ///< stable, kebab-case
  Names first;            ///< upstream names
  Names second;
  std::string_view why;     ///< the rest of a sentence that ends in a colon
  std::string_view source;  ///< where the definitions stand
};

/// What excludes what, by the definitions of the statements, in the order of a report. A pair that
/// a patient can have at once (atrial fibrillation with complete AV block, sinus rhythm with
/// ventricular tachycardia, right bundle branch block with a fascicular block) is not here.
std::initializer_list<ContradictionRule> contradictionRules();

}  // namespace founder
