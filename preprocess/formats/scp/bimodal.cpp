#include "preprocess/formats/scp/bimodal.h"

#include <algorithm>

namespace ecg::scp {
namespace {

/// A part of a lead, in samples from its first one on.
struct Stretch {
  std::size_t count = 0;
  bool isProtected = false;
};

std::vector<Stretch> stretchesOf(const BimodalLayout& layout) {
  std::vector<Stretch> out;
  const std::size_t end = layout.first + layout.count;  // one past the last sample
  std::size_t at = layout.first;
  for (const Zone& zone : layout.zones) {
    const std::size_t from = std::max(zone.first, at);
    const std::size_t to = std::min(zone.last + 1, end);
    if (to <= from) continue;
    if (from > at) out.push_back({from - at, false});
    out.push_back({to - from, true});
    at = to;
  }
  if (end > at) out.push_back({end - at, false});
  return out;
}

std::size_t keptOf(const Stretch& stretch, std::size_t factor) {
  return stretch.isProtected ? stretch.count : (stretch.count + factor - 1) / factor;
}

void interpolate(const std::int32_t* kept, std::size_t keptCount, std::size_t factor,
                 std::size_t count, std::vector<double>& out) {
  const std::size_t lead = factor / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t knot = i < lead ? 0 : (i - lead) / factor;
    const double here = kept[std::min(knot, keptCount - 1)];
    if (i < lead || knot + 1 >= keptCount) {
      out.push_back(here);
      continue;
    }
    const double along = static_cast<double>((i - lead) % factor) / static_cast<double>(factor);
    out.push_back(here + (kept[knot + 1] - here) * along);
  }
}

}  // namespace

std::size_t BimodalLayout::kept() const {
  std::size_t total = 0;
  for (const Stretch& stretch : stretchesOf(*this)) total += keptOf(stretch, factor);
  return total;
}

std::vector<double> expand(const BimodalLayout& layout, const std::vector<std::int32_t>& kept) {
  std::vector<double> out;
  std::size_t at = 0;
  for (const Stretch& stretch : stretchesOf(layout)) {
    const std::size_t wanted = keptOf(stretch, layout.factor);
    const std::size_t here = std::min(wanted, kept.size() - at);
    if (here == 0) break;
    if (stretch.isProtected) {
      out.insert(out.end(), kept.begin() + static_cast<std::ptrdiff_t>(at),
                 kept.begin() + static_cast<std::ptrdiff_t>(at + here));
    } else {
      const std::size_t count = here == wanted ? stretch.count : here * layout.factor;
      interpolate(kept.data() + at, here, layout.factor, count, out);
    }
    at += here;
    if (here < wanted) break;
  }
  return out;
}

}  // namespace ecg::scp
