#include "models/json_document.h"

#include <nlohmann/json.hpp>

namespace founder {

JsonValue::Kind JsonValue::kind() const { return document_->nodes_[index_].kind; }

std::string_view JsonValue::text() const {
  const JsonDocument::Node& node = document_->nodes_[index_];
  if (!isText()) return {};
  return std::string_view(document_->texts_).substr(node.textAt, node.size);
}

double JsonValue::number() const {
  const JsonDocument::Node& node = document_->nodes_[index_];
  if (isCount()) return static_cast<double>(node.count);
  return isNumber() ? node.number : 0;
}

std::uint64_t JsonValue::count() const { return isCount() ? document_->nodes_[index_].count : 0; }

std::size_t JsonValue::size() const { return isList() ? document_->nodes_[index_].size : 0; }

std::vector<JsonValue> JsonValue::entries() const {
  std::vector<JsonValue> out;
  if (!isList()) return out;
  out.reserve(size());
  const std::size_t end = document_->after(index_);
  for (std::size_t at = index_ + 1; at < end; at = document_->after(at))
    out.emplace_back(*document_, at);
  return out;
}

std::map<std::string_view, JsonValue> JsonValue::members() const {
  std::map<std::string_view, JsonValue> out;
  const std::size_t end = isObject() ? document_->after(index_) : 0;
  for (std::size_t key = index_ + 1; key < end; key = document_->after(key + 1))
    out.insert_or_assign(JsonValue(*document_, key).text(), JsonValue(*document_, key + 1));
  return out;
}

JsonValue JsonValue::find(std::string_view key) const {
  std::size_t found = 0;
  const std::size_t end = isObject() ? document_->after(index_) : 0;
  for (std::size_t at = index_ + 1; at < end; at = document_->after(at + 1))
    if (JsonValue(*document_, at).text() == key) found = at + 1;
  return {*document_, found};
}

/// Appends the parser's events to the document.
class JsonDocument::Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(JsonDocument& document, std::size_t deepest) : out_(document), deepest_(deepest) {}

  bool null() override { return add(JsonValue::Kind::null); }
  bool boolean(bool) override { return add(JsonValue::Kind::boolean); }
  bool number_integer(number_integer_t value) override {
    return addNumber(static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (!add(JsonValue::Kind::count)) return false;
    out_.nodes_.back().count = value;
    return true;
  }
  bool number_float(number_float_t value, const string_t&) override { return addNumber(value); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& value) override { return addText(value); }
  bool key(string_t& value) override { return addText(value); }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    out_.fault_ = Fault::syntax;
    return false;
  }

 private:
  bool add(JsonValue::Kind kind) {
    if (open_.size() > deepest_) {
      out_.fault_ = Fault::depth;
      return false;
    }
    if (!open_.empty()) ++out_.nodes_[open_.back()].size;
    out_.nodes_.emplace_back();
    out_.nodes_.back().kind = kind;
    return true;
  }
  bool addNumber(double value) {
    if (!add(JsonValue::Kind::number)) return false;
    out_.nodes_.back().number = value;
    return true;
  }
  bool addText(const std::string& value) {
    if (!add(JsonValue::Kind::text)) return false;
    out_.nodes_.back().textAt = out_.texts_.size();
    out_.nodes_.back().size = value.size();
    out_.texts_ += value;
    return true;
  }
  bool open(JsonValue::Kind kind) {
    if (!add(kind)) return false;
    open_.push_back(out_.nodes_.size() - 1);
    return true;
  }
  bool close() {
    out_.nodes_[open_.back()].end = out_.nodes_.size();
    open_.pop_back();
    return true;
  }

  JsonDocument& out_;
  std::size_t deepest_;
  std::vector<std::size_t> open_;
};

JsonDocument::JsonDocument(std::string_view text, std::size_t deepest) {
  Builder builder(*this, deepest);
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
}

std::size_t JsonDocument::after(std::size_t index) const {
  const Node& node = nodes_[index];
  const bool holds = node.kind == JsonValue::Kind::list || node.kind == JsonValue::Kind::object;
  return holds ? node.end : index + 1;
}

}  // namespace founder
