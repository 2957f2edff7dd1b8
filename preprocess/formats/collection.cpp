#include "preprocess/formats/collection.h"

#include <algorithm>
#include <set>

#include "preprocess/formats/deflate/inflate.h"
#include "preprocess/formats/registry.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_files.h"
#include "preprocess/formats/zip.h"

namespace ecg {
namespace {

bool isZip(ByteView bytes) {
  const std::string_view start = text::view(bytes).substr(0, 4);
  return start == "PK\3\4" || start == std::string_view("PK\5\6");
}

/// What the systems that make archives put beside the files.
bool isClutter(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  return name.empty() || name.front() == '.' || path.substr(0, 9) == "__MACOSX/";
}

/// Files are told apart by their bytes: two of a drop may have one name.
using Bytes = const std::uint8_t*;

/// Adds every file of the set that the format still misses, and those that these miss in turn.
void addMissing(const Format& format, const FileSet& all, FileSet& group) {
  std::set<Bytes> have = {group.front().bytes.data};
  for (bool added = true; added;) {
    added = false;
    for (const std::string& name : format.missing(group)) {
      const NamedBytes* file = wfdb::findFile(all, name, group.front().name);
      if (!file || !have.insert(file->bytes.data).second) continue;
      group.push_back(*file);
      added = true;
    }
  }
}

/// The files that belong to a recording without being recognised as one.
std::set<Bytes> partsOf(const std::vector<Collection::Recording>& recordings) {
  std::set<Bytes> parts;
  for (const auto& each : recordings)
    for (std::size_t i = 1; i < each.files.size(); ++i) parts.insert(each.files[i].bytes.data);
  return parts;
}

}  // namespace

Collection::Collection(const FileSet& files) {
  for (const NamedBytes& file : files)
    if (isZip(file.bytes) && !pickFormat({file}))
      unpack(file);
    else
      files_.push_back(file);
  find();
}

void Collection::unpack(const NamedBytes& archive) {
  std::size_t most = mostInflated(archive.bytes.size);
  for (const zip::Entry& entry : zip::readDirectory(archive)) {
    const std::string name = sentence({archive.name, "/", text::utf8(entry.name)});
    if (isClutter(entry.name)) continue;
    if (entry.encrypted || (entry.method != 0 && entry.method != 8)) {
      skipped_.push_back(name + (entry.encrypted ? " (encrypted)" : " (compressed otherwise)"));
      continue;
    }
    unpacked_.push_back(zip::unpack(archive, entry, most));
    const std::vector<std::uint8_t>& bytes = unpacked_.back();
    most -= bytes.size();
    files_.push_back({name, {bytes.data(), bytes.size()}});
  }
}

void Collection::find() {
  std::vector<Recording> uncertain, companions;
  for (const NamedBytes& file : files_) {
    const Format* format = pickFormat({file});
    if (!format) continue;
    Recording recording{format, {file}};
    if (format->missing) addMissing(*format, files_, recording.files);
    const bool companion = format->isCompanion && format->isCompanion(file.bytes);
    const bool certain = format->sniff({file}) == Match::certain;
    (companion ? companions : certain ? recordings_ : uncertain).push_back(std::move(recording));
  }
  recordings_.insert(recordings_.end(), uncertain.begin(), uncertain.end());
  // A part may pass for a recording of its own: a WFDB record's segments and signal files do.
  std::set<Bytes> used = partsOf(recordings_);
  recordings_.erase(std::remove_if(recordings_.begin(), recordings_.end(),
                                   [&](const Recording& each) {
                                     return used.count(each.files.front().bytes.data) != 0;
                                   }),
                    recordings_.end());
  for (Recording& companion : companions) {
    const auto owner =
        std::find_if(recordings_.begin(), recordings_.end(),
                     [&](const Recording& each) { return each.format == companion.format; });
    if (owner == recordings_.end())
      recordings_.push_back(std::move(companion));
    else
      owner->files.push_back(companion.files.front());
  }
  used = partsOf(recordings_);
  for (const Recording& each : recordings_) used.insert(each.files.front().bytes.data);
  for (const NamedBytes& file : files_)
    if (used.count(file.bytes.data) == 0) skipped_.push_back(file.name);
}

}  // namespace ecg
