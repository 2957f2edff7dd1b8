#include "preprocess/formats/arrays/axes.h"

#include <algorithm>

namespace ecg::arrays {
namespace {

constexpr std::size_t mostLeads = 64, usualLeads = 12;

/// Every side with its stride; none where the shape is not that of the numbers.
std::vector<Axis> sidesOf(const Item& item) {
  std::vector<Axis> sides;
  for (std::size_t count : item.shape) sides.push_back({count, 0});
  std::size_t stride = 1;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    Axis& side = sides[item.columnMajor ? i : sides.size() - 1 - i];
    side.stride = stride;
    if (side.count == 0 || stride > item.numbers.size() / side.count) return {};
    stride *= side.count;
  }
  if (stride != item.numbers.size()) return {};
  while (sides.size() > 3) {
    const auto one =
        std::find_if(sides.begin(), sides.end(), [](const Axis& a) { return a.count == 1; });
    if (one == sides.end()) return {};
    sides.erase(one);
  }
  return sides;
}

/// Takes the side that numbers recordings out of three.
Axis takeRecordings(std::vector<Axis>& sides, bool columnMajor) {
  std::size_t at = 0;
  if (columnMajor && sides[0].count > 1) {
    const std::size_t first = sides[0].count, middle = sides[1].count, last = sides[2].count;
    const bool lastIsLongest = last >= first && last >= middle;
    const bool firstIsLongest = first >= middle && first >= last;
    const bool firstIsLeads =
        (first == usualLeads) != (last == usualLeads) ? first == usualLeads : first <= last;
    if (!lastIsLongest && (firstIsLongest || firstIsLeads)) at = 2;
  }
  const Axis taken = sides[at];
  sides.erase(sides.begin() + static_cast<std::ptrdiff_t>(at));
  return taken;
}

}  // namespace

bool layOut(const Item& item, std::size_t leadCount, Axes& axes) {
  std::vector<Axis> sides = sidesOf(item);
  if (sides.empty()) return false;
  if (sides.size() == 3) axes.recordings = takeRecordings(sides, item.columnMajor);
  if (sides.size() == 1) {
    axes.samples = sides[0];
    return true;
  }
  const Axis one = sides[0], other = sides[1];
  bool leadsFirst = one.count < other.count;
  if ((one.count == leadCount) != (other.count == leadCount)) {
    leadsFirst = one.count == leadCount;
  } else if (one.count > 1 && other.count > 1) {
    axes.square = one.count == other.count;
    axes.tooMany = std::min(one.count, other.count) > mostLeads;
    axes.byShape = true;
  }
  axes.leads = leadsFirst ? one : other;
  axes.samples = leadsFirst ? other : one;
  return true;
}

std::vector<std::size_t> leadCounts(const Item& item) {
  std::vector<std::size_t> counts = item.shape;
  if (counts.size() == 1) counts.push_back(1);
  const auto longest = std::max_element(counts.begin(), counts.end());
  if (longest != counts.end()) counts.erase(longest);
  return counts;
}

std::string shapeText(const Item& item) {
  std::string out;
  for (std::size_t count : item.shape) out += (out.empty() ? "" : " x ") + std::to_string(count);
  return out.empty() ? "a single number" : out;
}

}  // namespace ecg::arrays
