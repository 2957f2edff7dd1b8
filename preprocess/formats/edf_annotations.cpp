#include "preprocess/formats/edf_annotations.h"

#include "preprocess/formats/text.h"

namespace ecg::edf {

RecordNotes scanAnnotations(std::string_view bytes) {
  RecordNotes notes;
  while (!bytes.empty() && bytes.front() != '\0') {
    const std::string_view list = bytes.substr(0, bytes.find('\0'));
    bytes.remove_prefix(list.size() == bytes.size() ? list.size() : list.size() + 1);
    const std::size_t onsetEnd = list.find_first_of("\x14\x15");
    const std::size_t textsStart = list.find('\x14');
    if (textsStart == std::string_view::npos) break;
    std::string_view texts = list.substr(textsStart + 1);
    if (!notes.onsetSeconds) notes.onsetSeconds = text::parseNumber(list.substr(0, onsetEnd));
    while (!texts.empty()) {
      const std::size_t end = texts.find('\x14');
      if (end != 0) ++notes.annotations;
      if (end == std::string_view::npos) break;
      texts.remove_prefix(end + 1);
    }
  }
  return notes;
}

}  // namespace ecg::edf
