#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::test {

/// Files that own their bytes, for tests that make or load them.
class OwnedFiles {
 public:
  OwnedFiles& add(const std::string& name, std::vector<std::uint8_t> bytes) {
    files_.emplace_back(name, std::move(bytes));
    return *this;
  }
  OwnedFiles& add(const std::string& name, const std::string& text) {
    return add(name, std::vector<std::uint8_t>(text.begin(), text.end()));
  }
  /// Views of the files, good for as long as this object lives unchanged.
  FileSet set() const {
    FileSet files;
    for (const auto& [name, bytes] : files_) files.push_back({name, {bytes.data(), bytes.size()}});
    return files;
  }

 private:
  std::deque<std::pair<std::string, std::vector<std::uint8_t>>> files_;
};

}  // namespace ecg::test
