#include "preprocess/formats/json/json_tree.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "preprocess/formats/text.h"

namespace ecg::json {
namespace {

constexpr std::size_t deepest = 16, mostNodes = 300000;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Puts null for NaN and Infinity, which Python writes and JSON does not know, until `stop` bytes
/// are written; gives how many bytes were read for them.
std::size_t withoutNaN(std::string_view text, std::size_t stop, std::string& out) {
  bool quoted = false;
  std::size_t at = 0;
  while (at < text.size() && out.size() < stop) {
    const char c = text[at];
    std::size_t taken = 1;
    if (quoted && c == '\\') taken = std::min<std::size_t>(2, text.size() - at);
    if (c == '"') quoted = !quoted;
    bool null = false;
    if (!quoted && (c == 'N' || c == 'I' || c == '-'))
      for (std::string_view name : {"NaN", "Infinity", "-Infinity", "-NaN"})
        if (text.substr(at, name.size()) == name) {
          taken = name.size();
          null = true;
        }
    out += null ? "null" : text.substr(at, taken);
    at += taken;
  }
  return at;
}

/// A list or object that is being read.
struct Open {
  Node node;
  std::string key;                 ///< of the entry to come, in an object
  std::size_t count = 0;           ///< entries of a list
  std::vector<std::size_t> shape;  ///< of each entry, in a list that is regular so far
};

/// Builds the tree out of the parser's events.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(std::string file) : file_(std::move(file)) {}

  Node take() { return std::move(root_); }
  std::size_t failedAt() const { return failedAt_; }

  bool null() override { return number(missing); }
  bool boolean(bool) override { return add({}); }
  bool number_integer(number_integer_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_float(number_float_t value, const string_t&) override { return number(value); }
  bool binary(binary_t&) override { return add({}); }
  bool string(string_t& value) override {
    Node node;
    node.kind = Node::Kind::text;
    node.texts.push_back(std::move(value));
    return add(std::move(node));
  }
  bool start_object(std::size_t) override { return open(Node::Kind::object); }
  bool start_array(std::size_t) override { return open(Node::Kind::numbers); }
  bool key(string_t& value) override {
    open_.back().key = std::move(value);
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override {
    Open& list = open_.back();
    if (list.node.kind == Node::Kind::numbers) {
      if (list.count == 0) list.node.kind = Node::Kind::list;
      list.node.shape = std::move(list.shape);
      list.node.shape.insert(list.node.shape.begin(), list.count);
    }
    return close();
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    failedAt_ = position;
    return false;
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    reject("bad-json", {file_, " ", what,
                        ", which no recording does; check that the right file was "
                        "chosen."});
  }

  bool number(double value) {
    Open* list = open_.empty() ? nullptr : &open_.back();
    if (list && list->node.kind == Node::Kind::numbers && list->shape.empty()) {
      list->node.numbers.push_back(value);
      ++list->count;
      return true;
    }
    Node node;
    node.kind = Node::Kind::numbers;
    node.numbers.push_back(value);
    return add(std::move(node));
  }

  bool open(Node::Kind kind) {
    if (open_.size() >= deepest) refuse(sentence({"nests its lists more than ", deepest, " deep"}));
    open_.emplace_back();
    open_.back().node.kind = kind;
    return true;
  }

  bool close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    return add(std::move(node));
  }

  bool add(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return true;
    }
    Open& holder = open_.back();
    if (holder.node.kind == Node::Kind::numbers) {
      const bool first = holder.count == 0;
      if (node.kind == Node::Kind::numbers && (first || node.shape == holder.shape)) {
        if (first) holder.shape = std::move(node.shape);
        holder.node.numbers.insert(holder.node.numbers.end(), node.numbers.begin(),
                                   node.numbers.end());
        ++holder.count;
        return true;
      }
      breakUp(holder);
    }
    if (holder.node.kind == Node::Kind::object) holder.node.texts.push_back(std::move(holder.key));
    push(holder.node, std::move(node));
    return true;
  }

  void push(Node& holder, Node node) {
    if (++nodes_ > mostNodes)
      refuse(sentence({"has more than ", mostNodes, " lists, objects and texts"}));
    holder.entries.push_back(std::move(node));
  }

  /// A list that turns out not to be regular gets a node for each entry.
  void breakUp(Open& list) {
    Node broken;
    broken.kind = Node::Kind::list;
    const std::size_t size = list.count ? list.node.numbers.size() / list.count : 0;
    for (std::size_t i = 0; i < list.count; ++i) {
      Node entry;
      entry.kind = Node::Kind::numbers;
      entry.shape = list.shape;
      const auto from = list.node.numbers.begin() + static_cast<std::ptrdiff_t>(i * size);
      entry.numbers.assign(from, from + static_cast<std::ptrdiff_t>(size));
      push(broken, std::move(entry));
    }
    list.node = std::move(broken);
  }

  std::string file_;
  Node root_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0, failedAt_ = 0;
};

}  // namespace

Node parse(const NamedBytes& file) {
  const std::string_view stored = text::view(file.bytes);
  std::string document;
  document.reserve(stored.size());
  withoutNaN(stored, std::numeric_limits<std::size_t>::max(), document);
  Builder builder(file.name);
  const char* const start = document.data();
  if (nlohmann::json::sax_parse(start, start + document.size(), &builder)) return builder.take();
  std::string before;
  const std::size_t at = withoutNaN(stored, builder.failedAt(), before);
  reject("bad-json",
         {file.name, " is no JSON document: it fails at byte ", at, "; get the original file."});
}

}  // namespace ecg::json
