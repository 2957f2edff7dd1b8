#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::xml {

/// An element of a document, or nothing: every question to nothing is answered by nothing, so that
/// a path may be walked and only its end checked. Good for as long as its Document lives. Names are
/// without their namespace's prefix.
class Element {
 public:
  Element() = default;
  explicit Element(const void* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  std::string_view name() const;
  /// The element's own text and CDATA, as valid UTF-8 (text.h), blanks at either end left out.
  std::string text() const;
  /// The lines of that text, without those that are blank.
  std::vector<std::string> lines() const;
  /// The first piece of its text, without a copy, as the document has it.
  std::string_view rawText() const;
  std::optional<std::string> attribute(std::string_view name) const;

  /// The first child of the name; of any name where it is empty.
  Element child(std::string_view name = {}) const;
  /// child(a).child(b)... for "a/b/...".
  Element at(std::string_view path) const;
  /// All children of the name, in order; all where it is empty.
  std::vector<Element> children(std::string_view name = {}) const;
  /// The first of its descendants of the name, in the document's order.
  Element find(std::string_view name) const;
  /// All of its descendants of the name, in the document's order.
  std::vector<Element> findAll(std::string_view name) const;

 private:
  const void* node_ = nullptr;
};

/// A parsed XML 1.0 document. Entities other than the five predefined ones and character references
/// are never expanded, document types are skipped, nothing is fetched.
class Document {
 public:
  /// UTF-8, UTF-16 with a byte order mark, or what `encoding` names of ISO-8859-1 and US-ASCII.
  /// @throws InputError `bad-xml`, naming the file and the byte (of the text as UTF-8) that is
  ///   wrong, also where elements are nested more than 100 deep.
  explicit Document(const NamedBytes& file);
  ~Document();
  Document(Document&&) noexcept;
  Element root() const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

/// The name, without prefix, of the first element of what may be an XML document; empty where it is
/// none. Looks at the first 64 KiB and parses nothing.
std::string rootName(ByteView bytes);

}  // namespace ecg::xml
