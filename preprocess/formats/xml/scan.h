#pragma once

#include <string>
#include <string_view>

#include "preprocess/formats/reader.h"

namespace ecg::xml {

/// The text of an XML file, or of its first bytes, as UTF-8: by its byte order mark, else by the
/// encoding that its declaration names, else as it is.
std::string toUtf8(ByteView bytes);

/// Goes over the tags of a document without building anything: what a recursive parser has to know
/// before it begins.
struct Scan {
  std::size_t deepest = 0;    ///< nesting of elements
  std::size_t deepestAt = 0;  ///< the byte of the first element at that depth
  std::string_view root;      ///< the first element's name, without prefix
};

/// @param most stops once elements are nested deeper than this.
Scan scan(std::string_view text, std::size_t most);

}  // namespace ecg::xml
