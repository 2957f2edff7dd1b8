#include "preprocess/formats/json/json.h"

#include "preprocess/formats/arrays/assemble.h"
#include "preprocess/formats/json/json_contents.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace json {
namespace {

/// A list or an object, by its first two characters.
Match sniff(ByteView bytes) {
  std::string_view text = text::view(bytes).substr(0, 4096);
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  text = text::trim(text);
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return Match::none;
  const std::string_view rest = text::trim(text.substr(1));
  if (rest.empty()) return Match::none;
  if (text[0] == '[' && (rest.substr(0, 4) == "null" || rest.substr(0, 3) == "NaN"))
    return Match::possible;
  const std::string_view next = text[0] == '{' ? "\"" : "{[\"-0123456789";
  return next.find(rest[0]) == std::string_view::npos ? Match::none : Match::possible;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "JSON files");
  return arrays::assemble({file.name, "json", readContents(file)}, options);
}

}  // namespace
}  // namespace json

const Format& jsonFormat() {
  static const Format format = {"json", json::sniffSet, nullptr, json::read, true};
  return format;
}

}  // namespace ecg
