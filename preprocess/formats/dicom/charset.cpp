#include "preprocess/formats/dicom/charset.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::dicom {

Charset::Charset(const DataSet& root) {
  std::string_view names = root.wholeText(tags::characterSet);
  while (!names.empty()) {
    const std::size_t end = std::min(names.size(), names.find('\\'));
    const std::string_view name = text::trim(names.substr(0, end));
    names.remove_prefix(std::min(names.size(), end + 1));
    bool read = name.empty();
    for (const char* one :
         {"ISO_IR 6", "ISO_IR 100", "ISO_IR 192", "ISO 2022 IR 6", "ISO 2022 IR 100"})
      read = read || name == one;
    known_ = known_ && read;
  }
}

std::string Charset::decode(std::string_view stored) const {
  if (known_) return text::utf8(text::trim(stored));
  std::string out;
  for (unsigned char c : text::trim(stored)) out += c >= 0x80 ? '?' : static_cast<char>(c);
  return text::utf8(out);
}

}  // namespace ecg::dicom
