#include "preprocess/formats/json/json_contents.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "preprocess/formats/text.h"

namespace ecg::json {
namespace {

using nlohmann::ordered_json;

constexpr int deepest = 16;
constexpr std::size_t mostTexts = 1024;

/// NaN and Infinity, which Python writes and JSON does not know, become null.
std::string withoutNaN(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (quoted && c == '\\' && at + 1 < text.size()) {
      out.append(text, at, 2);
      at += 2;
      continue;
    }
    if (c == '"') quoted = !quoted;
    std::size_t word = 0;
    if (!quoted && (c == 'N' || c == 'I' || c == '-'))
      for (std::string_view name : {"NaN", "Infinity", "-Infinity", "-NaN"})
        if (text.substr(at, name.size()) == name) word = name.size();
    out += word ? "null" : std::string_view(&text[at], 1);
    at += word ? word : 1;
  }
  return out;
}

ordered_json parse(const NamedBytes& file) {
  const auto shallow = [&](int depth, ordered_json::parse_event_t, ordered_json&) {
    if (depth > deepest)
      throw InputError("bad-json", file.name + " nests its lists more than " +
                                       std::to_string(deepest) +
                                       " deep, which no recording does; check that the right "
                                       "file was chosen.");
    return true;
  };
  try {
    return ordered_json::parse(withoutNaN(text::view(file.bytes)), shallow);
  } catch (const ordered_json::parse_error& error) {
    throw InputError("bad-json", file.name + " is no JSON document (it fails at byte " +
                                     std::to_string(error.byte) + "); get the original file.");
  } catch (const ordered_json::exception&) {
    throw InputError("bad-json", file.name +
                                     " is no JSON document (a number is beyond all measure); get "
                                     "the original file.");
  }
}

bool isNumber(const ordered_json& value) { return value.is_number() || value.is_null(); }

/// The shape of a list by its first entries; false where it cannot be one of numbers.
bool shapeOf(const ordered_json& list, std::vector<std::size_t>& shape) {
  const ordered_json* at = &list;
  while (at->is_array()) {
    if (at->empty()) return false;
    shape.push_back(at->size());
    at = &at->front();
  }
  return isNumber(*at);
}

/// Copies a list of this shape; false where an entry has another one.
bool flatten(const ordered_json& value, const std::vector<std::size_t>& shape, std::size_t level,
             std::vector<double>& out) {
  if (level == shape.size()) {
    if (!isNumber(value)) return false;
    out.push_back(value.is_null() ? std::numeric_limits<double>::quiet_NaN()
                                  : value.get<double>());
    return true;
  }
  if (!value.is_array() || value.size() != shape[level]) return false;
  for (const ordered_json& entry : value)
    if (!flatten(entry, shape, level + 1, out)) return false;
  return true;
}

class Visitor {
 public:
  explicit Visitor(arrays::Contents& contents) : contents_(contents) {}

  void visit(const ordered_json& value, const std::string& parent, const std::string& name) {
    if (contents_.full()) return;
    if (value.is_object()) {
      const std::string holder = join(parent, name);
      for (const auto& entry : value.items()) visit(entry.value(), holder, entry.key());
    } else if (value.is_array()) {
      list(value, parent, name);
    } else if (value.is_number()) {
      add(parent, name, {}, {value.get<double>()});
    } else if (value.is_string()) {
      addTexts(parent, name, {value.get<std::string>()});
    }
  }

 private:
  static std::string join(const std::string& parent, const std::string& name) {
    // A key may be as long as the file; a path of many such keys must not be.
    const std::string last = name.substr(0, 64);
    return parent + (parent.empty() || last.empty() ? "" : ".") + last;
  }

  void list(const ordered_json& value, const std::string& parent, const std::string& name) {
    std::vector<std::size_t> shape;
    std::vector<double> numbers;
    if (shapeOf(value, shape) && flatten(value, shape, 0, numbers))
      return add(parent, name, std::move(shape), numbers);
    if (texts(value, parent, name)) return;
    std::size_t at = 0;
    for (const ordered_json& entry : value) {
      ++at;
      if (!entry.is_array() && !entry.is_object()) continue;
      const std::string element = "[" + std::to_string(at) + "]";
      if (entry.is_object()) {
        visit(entry, parent, name.substr(0, 64) + element);
      } else {
        list(entry, join(parent, name) + element, "");
      }
    }
  }

  bool texts(const ordered_json& value, const std::string& parent, const std::string& name) {
    if (value.empty() || value.size() > mostTexts) return false;
    std::vector<std::string> out;
    for (const ordered_json& entry : value) {
      if (!entry.is_string()) return false;
      out.push_back(entry.get<std::string>());
    }
    addTexts(parent, name, std::move(out));
    return true;
  }

  void add(const std::string& parent, const std::string& name, std::vector<std::size_t> shape,
           const std::vector<double>& numbers) {
    arrays::Item item;
    item.parent = parent;
    item.name = name.substr(0, 64);
    item.shape = std::move(shape);
    item.numbers.bytes = contents_.keep(arrays::realBytes(numbers));
    contents_.add(std::move(item));
  }

  void addTexts(const std::string& parent, const std::string& name,
                std::vector<std::string> values) {
    arrays::Item item;
    item.parent = parent;
    item.name = name.substr(0, 64);
    item.texts = std::move(values);
    contents_.add(std::move(item));
  }

  arrays::Contents& contents_;
};

}  // namespace

arrays::Contents readContents(const NamedBytes& file) {
  const ordered_json document = parse(file);
  arrays::Contents contents;
  Visitor(contents).visit(document, "", "");
  return contents;
}

}  // namespace ecg::json
