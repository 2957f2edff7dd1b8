#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace founder {

struct ScpCode {
  std::string code;
  double likelihood = 0;  ///< percent; 0 where PTB-XL states none
};

/// Parses PTB-XL's cell of SCP codes, a Python dictionary: `{'NORM': 80.0, 'SBRAD': 0.0}`. Empty
/// optional where it is none.
std::optional<std::vector<ScpCode>> parseScpCodes(std::string_view text);

/// What an SCP code says about upstream's labels.
struct ScpMeaning {
  using Labels = std::initializer_list<std::string_view>;

  std::string_view code;
  Labels present;
  Labels open;          ///< that it makes unknown where nothing else has them
  bool rhythm = false;  ///< states the rhythm
};

std::initializer_list<ScpMeaning> scpMeanings();

}  // namespace founder
