#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/dicom/element.h"

namespace ecg::dicom {

/// The data elements of a file or of one item of a sequence. Private elements are left out, and a
/// tag that comes twice counts as its first.
class DataSet {
 public:
  /// Reads every element up to the reader's end. Zeros at the end are padding.
  ///
  /// @throws InputError `bad-header`, `truncated`.
  DataSet(ByteReader reader, Encoding encoding);

  const std::string& file() const { return file_; }
  const Element* find(Tag tag) const;
  bool has(Tag tag) const { return find(tag) != nullptr; }

  /// The value's bytes without padding, of a value of several the first up to a backslash; empty
  /// where the element is absent.
  std::string_view text(Tag tag) const;
  /// The same with all its values.
  std::string_view wholeText(Tag tag) const;
  /// A decimal string, or a binary number where the file says that it is one. Empty where absent.
  ///
  /// @throws InputError `bad-header` where it is something else.
  std::optional<double> number(Tag tag) const;
  /// The same of what a recording can do without: empty where it is something else.
  std::optional<double> numberIfClear(Tag tag) const;
  /// An unsigned whole number of two or four bytes. Empty where absent or of no length.
  ///
  /// @throws InputError `bad-header` where it is something else.
  std::optional<std::uint32_t> count(Tag tag) const;

  /// Calls `use` for every item of a sequence in turn, until it returns false.
  void forEachItem(Tag tag, const std::function<bool(const DataSet&)>& use) const;
  std::optional<DataSet> firstItem(Tag tag) const;

 private:
  std::string file_;
  std::vector<Element> elements_;
};

/// Reads a binary number of an element.
ByteReader valueReader(const std::string& file, const Element& element);

}  // namespace ecg::dicom
