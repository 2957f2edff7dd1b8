#include "preprocess/formats/wfdb_group.h"

#include <map>

#include "preprocess/formats/wfdb_files.h"

namespace ecg::wfdb {

std::vector<Group> groupByFile(const Header& header, const FileSet& files) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    const Signal& signal = header.signals[i];
    if (signal.format == 0 || signal.file == "~") continue;
    const auto [entry, added] = known.emplace(signal.file, groups.size());
    if (added) {
      groups.emplace_back();
      groups.back().file = findFile(files, signal.file, header.fileName);
      if (!groups.back().file)
        reject("missing-file", {header.fileName, " keeps its samples in ", signal.file,
                                ", which was not given; add that file."});
    }
    Group& group = groups[entry->second];
    if (!group.signals.empty() && header.signals[group.signals.front()].format != signal.format)
      reject("bad-header", {header.fileName, ", line ", signal.line, ": ", signal.file,
                            " has two sample formats, which one file cannot have; "
                            "correct the header."});
    group.signals.push_back(i);
    group.samplesPerFrame += signal.samplesPerFrame;
  }
  return groups;
}

}  // namespace ecg::wfdb
