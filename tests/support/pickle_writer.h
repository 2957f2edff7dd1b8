#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace founder::test {

/// Writes a pickle of protocol 2 with the opcodes that Python's pickler chooses. What Python would
/// put in its memo goes there; texts and globals that recur are fetched from it.
class PickleWriter {
 public:
  std::string bytes = "\x80\x02";

  PickleWriter& op(const char* opcodes) {
    bytes += opcodes;
    return *this;
  }
  PickleWriter& integer(std::int64_t value);
  PickleWriter& real(double value);
  PickleWriter& text(const std::string& value);
  PickleWriter& global(const std::string& module, const std::string& name);
  /// Memoises what is on top of the stack and returns the number it got.
  std::uint32_t put();
  PickleWriter& get(std::uint32_t memo);

 private:
  bool known(const std::string& key);
  void remember(const std::string& key);

  std::uint32_t next_ = 0;
  std::unordered_map<std::string, std::uint32_t> memo_;
};

}  // namespace founder::test
