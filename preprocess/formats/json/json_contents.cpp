#include "preprocess/formats/json/json_contents.h"

#include <algorithm>
#include <utility>

#include "preprocess/formats/json/json_tree.h"

namespace ecg::json {
namespace {

constexpr std::size_t mostTexts = 1024;
constexpr std::size_t longestKey = 64;  // of a path, which must not be as long as the file

/// Where a value is: what holds it and its name there.
struct Place {
  std::string parent, name;

  Place within(const std::string& key) const {
    return {parent + (parent.empty() || name.empty() ? "" : ".") + name, key.substr(0, longestKey)};
  }
  Place entry(std::size_t index) const {
    return {parent, name + "[" + std::to_string(index + 1) + "]"};
  }
};

class Visitor {
 public:
  explicit Visitor(arrays::Contents& contents) : contents_(contents) {}

  void visit(const Node& node, const Place& place) {
    if (contents_.full()) return;
    switch (node.kind) {
      case Node::Kind::numbers:
        return addNumbers(node, place);
      case Node::Kind::text:
        return addTexts(place, node.texts);
      case Node::Kind::object:
        for (std::size_t i = 0; i < node.entries.size(); ++i)
          visit(node.entries[i], place.within(node.texts[i]));
        return;
      case Node::Kind::list:
        return list(node, place);
      case Node::Kind::other:
        return;
    }
  }

 private:
  void list(const Node& node, const Place& place) {
    const auto isText = [](const Node& entry) { return entry.kind == Node::Kind::text; };
    if (!node.entries.empty() && node.entries.size() <= mostTexts &&
        std::all_of(node.entries.begin(), node.entries.end(), isText)) {
      std::vector<std::string> texts;
      for (const Node& entry : node.entries) texts.push_back(entry.texts[0]);
      return addTexts(place, std::move(texts));
    }
    for (std::size_t i = 0; i < node.entries.size(); ++i)
      if (node.entries[i].kind != Node::Kind::text) visit(node.entries[i], place.entry(i));
  }

  void addNumbers(const Node& node, const Place& place) {
    arrays::Item item;
    item.parent = place.parent;
    item.name = place.name;
    item.shape = node.shape;
    item.numbers.bytes = contents_.keep(arrays::realBytes(node.numbers));
    contents_.add(std::move(item));
  }

  void addTexts(const Place& place, std::vector<std::string> values) {
    arrays::Item item;
    item.parent = place.parent;
    item.name = place.name;
    item.texts = std::move(values);
    contents_.add(std::move(item));
  }

  arrays::Contents& contents_;
};

}  // namespace

arrays::Contents readContents(const NamedBytes& file) {
  const Node document = parse(file);
  arrays::Contents contents;
  Visitor(contents).visit(document, {});
  return contents;
}

}  // namespace ecg::json
