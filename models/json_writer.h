#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace founder {

/// Writes a JSON document from its beginning to its end: inside an object key() before each value.
class JsonWriter {
 public:
  enum class Layout { compact, indented };
  explicit JsonWriter(Layout layout) : layout_(layout) {}

  JsonWriter& beginObject() { return begin('{', '}'); }
  JsonWriter& beginList() { return begin('[', ']'); }
  /// Ends the innermost object or list.
  JsonWriter& end();

  JsonWriter& key(std::string_view key);
  /// Bytes that are no UTF-8 become U+FFFD.
  JsonWriter& text(std::string_view text);
  JsonWriter& texts(const std::vector<std::string>& list);
  /// Null where it is empty.
  JsonWriter& textOrNull(std::string_view value) { return value.empty() ? null() : text(value); }
  /// Few digits that read back to the same number, with a fraction or an exponent; null where it is
  /// none, or not finite.
  JsonWriter& number(std::optional<double> value);
  /// Null where there is none.
  JsonWriter& count(std::optional<std::uint64_t> value);
  JsonWriter& null() { return raw("null"); }

  const std::string& bytes() const { return out_; }

 private:
  JsonWriter& begin(char opening, char closing);
  JsonWriter& raw(std::string_view value);
  void startValue();
  void newLine();
  void quoted(std::string_view text);

  Layout layout_;
  std::string out_;
  std::string closings_;  ///< of what is open
  bool first_ = true;     ///< nothing is in the innermost yet
  bool keyed_ = false;    ///< a key waits for its value
};

}  // namespace founder
