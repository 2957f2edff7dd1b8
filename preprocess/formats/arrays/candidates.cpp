#include "preprocess/formats/arrays/candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "preprocess/formats/csv_heading.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::arrays {
namespace {

constexpr std::size_t shortest = 100;  // samples that a candidate has, where any has as many

int rankOf(Meaning meaning) {
  switch (meaning) {
    case Meaning::ecg:
      return 0;
    case Meaning::signal:
    case Meaning::leadNames:
      return 1;
    case Meaning::unknown:
    case Meaning::leadName:
      return 2;
    default:
      return -1;
  }
}

bool isLine(const Item& item) {
  return std::count_if(item.shape.begin(), item.shape.end(), [](auto n) { return n > 1; }) == 1;
}

/// Positions of beats, times, counters.
bool increases(const Item& item) {
  if (item.numbers.size() < 3) return false;
  for (std::size_t i = 1; i < item.numbers.size(); ++i)
    if (!(item.numbers.at(i) > item.numbers.at(i - 1))) return false;
  return true;
}

bool isStandard(const Item& item) {
  return isStandardLead(canonicalLeadName(csv::parseHeading(item.name).name));
}

bool maybeSignal(const Item& item) {
  if (item.isText() || item.numbers.size() < 2) return false;
  if (!isStandard(item) && rankOf(item.meaning) < 0) return false;
  return !isLine(item) || !increases(item);
}

/// Arrays that lie together and are one lead each, by the holder and the length.
using Group = std::pair<std::string, std::size_t>;

std::map<Group, Candidate> namedLeads(const std::vector<const Item*>& items) {
  std::map<Group, Candidate> groups;
  for (const Item* item : items)
    if (isLine(*item) && isStandard(*item))
      groups[{item->parent, item->numbers.size()}].parent = item->parent;
  for (const Item* item : items) {
    const auto found = groups.find({item->parent, item->numbers.size()});
    const bool lead = isStandard(*item) || item->meaning == Meaning::unknown;
    if (found != groups.end() && isLine(*item) && lead) found->second.parts.push_back(item);
  }
  return groups;
}

std::size_t lengthOf(const Candidate& candidate) {
  Axes axes;
  return layOut(*candidate.parts[0], 0, axes) ? axes.samples.count : 0;
}

std::size_t sizeOf(const Candidate& candidate) {
  std::size_t size = 0;
  for (const Item* part : candidate.parts) size += part->numbers.size();
  return size;
}

void sortByLikelihood(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return std::make_pair(a.rank, sizeOf(b)) < std::make_pair(b.rank, sizeOf(a));
                   });
}

}  // namespace

std::vector<Candidate> findCandidates(const Contents& contents) {
  std::vector<const Item*> items;
  for (const Item& item : contents.items)
    if (maybeSignal(item)) items.push_back(&item);

  std::vector<Candidate> candidates;
  std::set<const Item*> grouped;
  for (auto& [key, group] : namedLeads(items)) {
    grouped.insert(group.parts.begin(), group.parts.end());
    group.named = true;
    group.name = group.parent.empty() ? "the named leads" : group.parent;
    candidates.push_back(group);
  }
  for (const Item* item : items) {
    Axes axes;
    if (grouped.count(item) || !layOut(*item, 0, axes)) continue;
    Candidate candidate;
    candidate.name = item->path().empty() ? "the array" : item->path();
    candidate.parent = item->parent;
    candidate.parts = {item};
    candidate.recordings = axes.recordings.count;
    candidate.rank = rankOf(item->meaning);
    const Meaning holder = meaningOf(item->parent.substr(item->parent.rfind('.') + 1));
    if (holder == Meaning::ecg) candidate.rank = 0;
    candidates.push_back(std::move(candidate));
  }
  const auto isShort = [](const Candidate& c) { return lengthOf(c) < shortest; };
  if (!std::all_of(candidates.begin(), candidates.end(), isShort))
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(), isShort),
                     candidates.end());
  sortByLikelihood(candidates);
  return candidates;
}

std::string describe(const Candidate& candidate) {
  if (!candidate.named)
    return sentence({text::utf8(candidate.name), " (", shapeText(*candidate.parts[0]), ")"});
  return sentence({text::utf8(candidate.name), " (", candidate.parts.size(), " x ",
                   candidate.parts[0]->numbers.size(), ")"});
}

}  // namespace ecg::arrays
