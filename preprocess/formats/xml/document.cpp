#include "preprocess/formats/xml/document.h"

#include <rapidxml/rapidxml.hpp>

#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/scan.h"

namespace ecg::xml {
namespace {

using Node = rapidxml::xml_node<>;

constexpr std::size_t deepest = 100;
constexpr std::size_t sniffedBytes = 1 << 16;

const Node* of(const void* node) { return static_cast<const Node*>(node); }

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view nameOf(const rapidxml::xml_base<>& base) {
  return local({base.name(), base.name_size()});
}

bool isElement(const Node& node) { return node.type() == rapidxml::node_element; }

bool isText(const Node& node) {
  return node.type() == rapidxml::node_data || node.type() == rapidxml::node_cdata;
}

/// All of an element's own text and CDATA.
std::string wholeText(const void* element) {
  std::string all;
  if (!element) return all;
  for (const Node* child = of(element)->first_node(); child; child = child->next_sibling())
    if (isText(*child)) all.append(child->value(), child->value_size());
  return all;
}

/// The next node in the document's order below `top`, or null.
const Node* next(const Node* node, const Node* top) {
  if (node->first_node()) return node->first_node();
  while (node != top && !node->next_sibling()) node = node->parent();
  return node == top ? nullptr : node->next_sibling();
}

}  // namespace

std::string_view Element::name() const { return node_ ? nameOf(*of(node_)) : std::string_view(); }

std::string Element::text() const { return text::utf8(text::trim(wholeText(node_))); }

std::vector<std::string> Element::lines() const {
  const std::string all = wholeText(node_);
  std::vector<std::string> out;
  for (const std::string_view line : text::lines(all)) out.push_back(text::utf8(line));
  return out;
}

std::string_view Element::rawText() const {
  if (!node_) return {};
  for (const Node* child = of(node_)->first_node(); child; child = child->next_sibling())
    if (isText(*child)) return {child->value(), child->value_size()};
  return {};
}

std::optional<std::string> Element::attribute(std::string_view name) const {
  if (!node_) return std::nullopt;
  for (auto* each = of(node_)->first_attribute(); each; each = each->next_attribute())
    if (nameOf(*each) == name) return text::utf8({each->value(), each->value_size()});
  return std::nullopt;
}

Element Element::child(std::string_view name) const {
  if (!node_) return {};
  for (const Node* child = of(node_)->first_node(); child; child = child->next_sibling())
    if (isElement(*child) && (name.empty() || nameOf(*child) == name)) return Element(child);
  return {};
}

Element Element::at(std::string_view path) const {
  Element found = *this;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    found = found.child(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return found;
}

std::vector<Element> Element::children(std::string_view name) const {
  std::vector<Element> found;
  if (!node_) return found;
  for (const Node* child = of(node_)->first_node(); child; child = child->next_sibling())
    if (isElement(*child) && (name.empty() || nameOf(*child) == name)) found.emplace_back(child);
  return found;
}

Element Element::find(std::string_view name) const {
  if (!node_) return {};
  for (const Node* each = next(of(node_), of(node_)); each; each = next(each, of(node_)))
    if (isElement(*each) && nameOf(*each) == name) return Element(each);
  return {};
}

std::vector<Element> Element::findAll(std::string_view name) const {
  std::vector<Element> found;
  if (!node_) return found;
  for (const Node* each = next(of(node_), of(node_)); each; each = next(each, of(node_)))
    if (isElement(*each) && nameOf(*each) == name) found.emplace_back(each);
  return found;
}

struct Document::Parsed {
  std::string text;
  rapidxml::xml_document<> document;
};

Document::Document(const NamedBytes& file) : parsed_(std::make_unique<Parsed>()) {
  const auto bad = [&](const std::string& what, std::size_t byte) {
    reject("bad-xml", {file.name, " is not well-formed XML: ", what, " at byte ", byte,
                       "; get the original file."});
  };
  parsed_->text = toUtf8(file.bytes);
  std::string& text = parsed_->text;
  if (const std::size_t zero = text.find('\0'); zero != std::string::npos) bad("a zero", zero);
  const Scan tags = scan(text, deepest);
  if (tags.deepest > deepest)
    bad(sentence({"elements more than ", deepest, " deep"}), tags.deepestAt);
  try {
    parsed_->document.parse<rapidxml::parse_validate_closing_tags>(text.data());
  } catch (const rapidxml::parse_error& error) {
    bad(error.what(), static_cast<std::size_t>(error.where<char>() - text.data()));
  }
  if (!root()) bad("no element", text.size());
}

Document::~Document() = default;
Document::Document(Document&&) noexcept = default;

Element Document::root() const {
  for (const Node* each = parsed_->document.first_node(); each; each = each->next_sibling())
    if (isElement(*each)) return Element(each);
  return {};
}

std::string rootName(ByteView bytes) {
  const std::string text = toUtf8({bytes.data, std::min(bytes.size, sniffedBytes)});
  const std::string_view start = text::trim(text);
  if (start.empty() || start.front() != '<') return "";
  return std::string(scan(start, 0).root);
}

}  // namespace ecg::xml
