#pragma once

#include <string>

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/dicom/tags.h"

namespace ecg::dicom {

/// How data elements are written (PS3.5, annex A).
struct Encoding {
  bool explicitVr = true;
  ByteReader::Order order = ByteReader::Order::little;
};

/// A data element: its value's bytes and how they are written.
struct Element {
  Tag tag = 0;
  char vr[3] = "";  ///< empty where the encoding does not say
  Encoding encoding;
  ByteView value;          ///< without a sequence's closing delimiter
  std::size_t offset = 0;  ///< of the element in the file
  std::size_t valueOffset = 0;

  bool is(const char* name) const { return vr[0] == name[0] && vr[1] == name[1]; }
};

/// "(5400,0100)"
std::string nameOf(Tag tag);

/// True for two capital letters, as a value representation is written.
bool looksLikeVr(const char* vr);

/// Reads the element at the reader's position and goes past it, whatever is nested in it.
///
/// @throws InputError `bad-header`, `truncated`.
Element readElement(ByteReader& reader, Encoding encoding);

}  // namespace ecg::dicom
