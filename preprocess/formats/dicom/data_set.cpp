#include "preprocess/formats/dicom/data_set.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

/// Far more than any object has; what an element takes here is then bounded.
constexpr std::size_t mostElements = 65536;

bool isPadding(ByteReader rest) {
  const ByteView bytes = rest.take(rest.remaining());
  return std::all_of(bytes.data, bytes.data + bytes.size, [](std::uint8_t b) { return b == 0; });
}

bool beginsWithZeros(ByteReader rest) {
  return isPadding(rest.part(std::min<std::size_t>(4, rest.remaining())));
}

[[noreturn]] void refuseNumber(const std::string& file, const Element& element,
                               const char* wanted) {
  reject("bad-header", {file, " has a value of data element ", nameOf(element.tag), " at byte ",
                        element.offset, " that is no ", wanted, "; export it again."});
}

}  // namespace

DataSet::DataSet(ByteReader reader, Encoding encoding) : file_(reader.file()) {
  bool mayBePadded = true;
  while (reader.remaining() > 0) {
    if (mayBePadded && beginsWithZeros(reader)) {
      if (isPadding(reader)) return;
      mayBePadded = false;
    }
    const Element element = readElement(reader, encoding);
    const bool isPrivate = element.tag >> 16 & 1;
    if (isPrivate || element.tag >> 16 == 0xFFFE) continue;
    if (elements_.size() == mostElements)
      reject("bad-header", {file_, " has more than ", mostElements,
                            " data elements side by side; export it again."});
    elements_.push_back(element);
  }
}

const Element* DataSet::find(Tag tag) const {
  for (const Element& element : elements_)
    if (element.tag == tag) return &element;
  return nullptr;
}

std::string_view DataSet::wholeText(Tag tag) const {
  const Element* element = find(tag);
  return element ? text::trim(text::view(element->value)) : std::string_view();
}

std::string_view DataSet::text(Tag tag) const {
  const std::string_view all = wholeText(tag);
  return text::trim(all.substr(0, all.find('\\')));
}

std::optional<double> DataSet::number(Tag tag) const {
  const Element* element = find(tag);
  if (!element) return std::nullopt;
  const std::size_t size = element->value.size;
  double value;
  if (element->is("FL") && size >= 4) {
    value = valueReader(file_, *element).f32();
  } else if (element->is("FD") && size >= 8) {
    value = valueReader(file_, *element).f64();
  } else if (element->is("US") || element->is("UL")) {
    const auto whole = count(tag);
    if (!whole) return std::nullopt;
    value = *whole;
  } else {
    const std::string_view digits = text(tag);
    if (digits.empty()) return std::nullopt;
    const auto decimal = parseDecimal(digits);
    if (!decimal || decimal->mark == DecimalMark::comma)
      refuseNumber(file_, *element, "decimal number");
    value = decimal->value;
  }
  if (!std::isfinite(value)) refuseNumber(file_, *element, "finite number");
  return value;
}

std::optional<double> DataSet::numberIfClear(Tag tag) const {
  try {
    return number(tag);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::optional<std::uint32_t> DataSet::count(Tag tag) const {
  const Element* element = find(tag);
  if (!element || element->value.size == 0) return std::nullopt;
  ByteReader reader = valueReader(file_, *element);
  if (reader.size() == 2) return reader.u16();
  if (reader.size() != 4) refuseNumber(file_, *element, "whole number of two or four bytes");
  return reader.u32();
}

void DataSet::forEachItem(Tag tag, const std::function<bool(const DataSet&)>& use) const {
  const Element* sequence = find(tag);
  if (!sequence) return;
  ByteReader reader = valueReader(file_, *sequence);
  while (reader.remaining() >= 8) {
    const Element element = readElement(reader, sequence->encoding);
    if (element.tag == tags::sequenceEnd) return;
    if (element.tag != tags::item)
      reject("bad-header",
             {file_, " has data element ", nameOf(element.tag), " at byte ", element.offset,
              " where sequence ", nameOf(tag), " wants an item; export it again."});
    const ByteReader content(file_, element.value, element.encoding.order, element.valueOffset);
    if (!use(DataSet(content, sequence->encoding))) return;
  }
}

std::optional<DataSet> DataSet::firstItem(Tag tag) const {
  std::optional<DataSet> first;
  forEachItem(tag, [&](const DataSet& item) {
    first = item;
    return false;
  });
  return first;
}

ByteReader valueReader(const std::string& file, const Element& element) {
  return {file, element.value, element.encoding.order, element.valueOffset};
}

}  // namespace ecg::dicom
