#pragma once

#include <string>

namespace founder {

/// Something that was met in the input and worked around: what, where, and what was done about it.
struct Problem {
  std::string code;       ///< stable, kebab-case
  std::string message;    ///< one sentence
  std::string recording;  ///< empty where it is about no one recording
  std::string label;      ///< empty where it is about no one label
};

}  // namespace founder
