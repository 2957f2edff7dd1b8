#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace founder {

class JsonDocument;

/// A value of a JsonDocument, which must outlive it. Asked for what it is not, it gives nothing: a
/// list has no text, a text no entries.
class JsonValue {
 public:
  JsonValue(const JsonDocument& document, std::size_t index)
      : document_(&document), index_(index) {}

  /// A count is a number without sign, fraction and exponent, below 2^64.
  enum class Kind : std::uint8_t { null, boolean, count, number, text, list, object };
  Kind kind() const;
  bool isNull() const { return kind() == Kind::null; }
  bool isText() const { return kind() == Kind::text; }
  bool isList() const { return kind() == Kind::list; }
  bool isObject() const { return kind() == Kind::object; }
  bool isCount() const { return kind() == Kind::count; }
  bool isNumber() const { return isCount() || kind() == Kind::number; }

  std::string_view text() const;
  bool is(std::string_view text) const { return isText() && this->text() == text; }
  double number() const;
  std::uint64_t count() const;

  /// Entries of a list.
  std::size_t size() const;
  std::vector<JsonValue> entries() const;

  /// The values of an object by their keys; of those with the same key the last.
  std::map<std::string_view, JsonValue> members() const;
  /// The last value with the key in an object, or the document's nothing().
  JsonValue find(std::string_view key) const;
  /// Is it a value at all, and not what find() found nothing?
  explicit operator bool() const { return index_ != 0; }

 private:
  const JsonDocument* document_;
  std::size_t index_;
};

/// A parsed JSON document (RFC 8259): its values in one list, in the order of the text, so that
/// time and memory grow with its length, whatever it holds.
class JsonDocument {
 public:
  enum class Fault { none, syntax, depth };

  /// @param deepest lists and objects that a value may be within; more are Fault::depth
  JsonDocument(std::string_view text, std::size_t deepest);
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  Fault fault() const { return fault_; }
  /// nothing() where there is a fault.
  JsonValue root() const { return {*this, fault_ == Fault::none ? std::size_t{1} : 0}; }
  JsonValue nothing() const { return {*this, 0}; }
  /// How many values and keys are kept.
  std::size_t size() const { return nodes_.size() - 1; }

 private:
  friend class JsonValue;
  class Builder;

  struct Node {
    JsonValue::Kind kind = JsonValue::Kind::null;
    std::size_t size = 0;  ///< bytes of a text, entries of a list
    union {
      std::uint64_t count = 0;
      double number;
      std::size_t textAt;
      std::size_t end;  ///< of a list or object: behind its last node
    };
  };

  std::size_t after(std::size_t index) const;

  std::vector<Node> nodes_ = {Node()};  ///< the first is nothing(); keys are before their values
  std::string texts_;
  Fault fault_ = Fault::none;
};

}  // namespace founder
