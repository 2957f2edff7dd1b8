#pragma once

#include <cstdio>
#include <string>

namespace founder {

/// A score or an AUROC as it is read: `0.98`.
inline std::string twoDecimals(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

}  // namespace founder
