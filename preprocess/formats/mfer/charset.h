#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ecg::mfer {

/// The character set of a file's texts (MWF_TXC).
class Charset {
 public:
  void set(std::string_view name) { name_ = name; }

  /// A text as UTF-8, without blanks around it. Empty optional where it is not ASCII, UTF-8 or
  /// Latin-1 by the file's own word: Japanese sets are not converted.
  std::optional<std::string> read(std::string_view stored) const;

 private:
  std::string name_;
};

}  // namespace ecg::mfer
