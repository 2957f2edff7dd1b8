#include "preprocess/formats/wfdb_files.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_header.h"
#include "preprocess/formats/wfdb_text.h"

namespace ecg::wfdb {
namespace {

std::string directory(const std::string& path) {
  return path.substr(0, path.size() - baseName(path).size());
}

bool sameBytes(ByteView a, ByteView b) {
  return a.size == b.size && (a.size == 0 || std::memcmp(a.data, b.data, a.size) == 0);
}

bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// The names (`x.hea`, lower case) of the segments that these headers, other than themselves, are
/// made of.
std::set<std::string> segmentHeaders(const std::vector<const NamedBytes*>& headers) {
  std::set<std::string> names;
  for (const NamedBytes* file : headers) {
    try {
      const std::string own = text::lower(baseName(file->name));
      for (const Segment& segment : parseHeader(*file).segments) {
        std::string name = text::lower(segment.name) + ".hea";
        if (name != own) names.insert(std::move(name));
      }
    } catch (const InputError&) {
      // Reading the header will say what is wrong with it.
    }
  }
  return names;
}

}  // namespace

const NamedBytes* findFile(const FileSet& files, const std::string& name,
                           const std::string& besides) {
  const std::string wanted(baseName(name));
  const std::string wantedLower = text::lower(wanted);
  const std::string home = directory(besides);
  const NamedBytes* best = nullptr;
  int bestRank = 0;
  bool ambiguous = false;
  for (const NamedBytes& file : files) {
    const std::string_view base = baseName(file.name);
    if (base.size() != wanted.size() || text::lower(base) != wantedLower) continue;
    const int rank = 1 + (directory(file.name) == home ? 2 : 0) + (base == wanted ? 1 : 0);
    if (rank > bestRank) {
      best = &file;
      bestRank = rank;
      ambiguous = false;
    } else if (rank == bestRank && !sameBytes(best->bytes, file.bytes)) {
      ambiguous = true;
    }
  }
  if (ambiguous)
    reject("ambiguous-file", {"Several different files named ", wanted, " were given and ", besides,
                              " needs one of them; give only the right one."});
  return best;
}

std::vector<const NamedBytes*> rootHeaders(const FileSet& files) {
  std::vector<const NamedBytes*> headers;
  int bestRank = 0;
  for (const NamedBytes& file : files) {
    const Match match = sniffHeader(file.bytes);
    if (match == Match::none) continue;
    const int rank =
        2 * static_cast<int>(match) + (endsWith(text::lower(file.name), ".hea") ? 1 : 0);
    if (rank > bestRank) headers.clear();
    bestRank = std::max(bestRank, rank);
    const auto same = [&](const NamedBytes* other) {
      return baseName(other->name) == baseName(file.name) && sameBytes(other->bytes, file.bytes);
    };
    if (rank == bestRank && std::none_of(headers.begin(), headers.end(), same))
      headers.push_back(&file);
  }
  if (headers.size() < 2) return headers;
  const auto segments = segmentHeaders(headers);
  std::vector<const NamedBytes*> roots;
  for (const NamedBytes* header : headers)
    if (segments.count(text::lower(baseName(header->name))) == 0) roots.push_back(header);
  return roots.empty() ? headers : roots;
}

}  // namespace ecg::wfdb
