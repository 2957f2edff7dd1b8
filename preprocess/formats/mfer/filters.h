#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ecg::mfer {

/// The filters that a file says were applied (MWF_FLT): "HPF=0.05", "BEF=50^hum filter".
class FilterList {
 public:
  /// Takes the contents of a definition; empty ones take back those before.
  void add(std::string_view contents);

  /// "high-pass 0.05 Hz, band-stop 50 Hz"; a filter that is described otherwise is "a filter".
  std::string words() const;

 private:
  std::vector<std::string> filters_;
};

}  // namespace ecg::mfer
