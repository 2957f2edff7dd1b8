#include "preprocess/formats/npy/npy.h"

#include <utility>

#include "preprocess/formats/arrays/assemble.h"
#include "preprocess/formats/deflate/inflate.h"
#include "preprocess/formats/npy/npy_array.h"
#include "preprocess/formats/npy/npy_header.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/zip.h"

namespace ecg {
namespace npy {
namespace {

constexpr std::string_view extension = ".npy";

bool endsAsNpy(std::string_view name) {
  return name.size() >= extension.size() &&
         name.substr(name.size() - extension.size()) == extension;
}

/// A ZIP whose first entry is an array.
bool isNpz(ByteView bytes) {
  constexpr std::size_t nameAt = 30;
  const std::string_view text = text::view(bytes);
  if (text.substr(0, 4) != "PK\3\4" || text.size() < nameAt) return false;
  const std::size_t size = bytes.data[26] | bytes.data[27] << 8;
  return endsAsNpy(text.substr(nameAt, size));
}

/// Python's pickle of protocol 2 or later, which ends with a full stop.
bool isPickle(ByteView bytes) {
  return bytes.size >= 4 && bytes.data[0] == 0x80 && bytes.data[1] >= 2 && bytes.data[1] <= 5 &&
         bytes.data[bytes.size - 1] == '.';
}

Match sniff(ByteView bytes) {
  if (isNpy(bytes) || isNpz(bytes)) return Match::certain;
  return isPickle(bytes) ? Match::possible : Match::none;
}

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

[[noreturn]] void refuse(const std::string& what, const std::string& reason) {
  if (isObjects(reason))
    reject("unsupported-pickle", {what, " ", reason,
                                  "; save the samples as numbers: numpy.save(name, "
                                  "samples.astype('float32'))."});
  reject("unsupported-type", {what, " ", reason, "."});
}

arrays::Source readNpy(const NamedBytes& file) {
  arrays::Source source{file.name, "npy", {}};
  const std::string reason = readArray({file.name, file.bytes}, "", source.contents);
  if (!reason.empty()) refuse(file.name, reason);
  return source;
}

arrays::Source readNpz(const NamedBytes& file) {
  arrays::Source source{file.name, "npz", {}};
  arrays::Contents& contents = source.contents;
  std::size_t most = mostInflated(file.bytes.size);
  std::string left, leftReason;
  for (const zip::Entry& entry : zip::readDirectory(file)) {
    if (!endsAsNpy(entry.name)) continue;
    const std::string stem = entry.name.substr(0, entry.name.size() - extension.size());
    const std::string name = text::utf8(stem);
    const ByteView bytes = contents.keep(zip::unpack(file, entry, most));
    most -= bytes.size;
    if (!isNpy(bytes))
      reject("bad-header", {file.name, ": entry ", text::quoted(entry.name),
                            " is no NPY array; save the arrays again."});
    const std::string reason = readArray({file.name + ": array " + name, bytes}, name, contents);
    if (reason.empty()) continue;
    say(contents.diagnostics, "array-left-out",
        {"Array ", name, " was left out: it ", reason, "."});
    left = name;
    leftReason = reason;
  }
  if (contents.items.empty() && !left.empty())
    refuse(sentence({file.name, ": array ", left}), leftReason);
  return source;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "NumPy files");
  if (isNpy(file.bytes)) return arrays::assemble(readNpy(file), options);
  if (isPickle(file.bytes))
    reject("unsupported-pickle", {file.name,
                                  " is a Python pickle, which only Python can read; save the "
                                  "samples as numbers: numpy.save(name, samples)."});
  return arrays::assemble(readNpz(file), options);
}

}  // namespace
}  // namespace npy

const Format& npyFormat() {
  static const Format format = {"npy", npy::sniffSet, nullptr, npy::read, true};
  return format;
}

}  // namespace ecg
