#include "preprocess/formats/arrays/contents.h"

#include <utility>

namespace ecg::arrays {
namespace {

constexpr std::size_t most = 20000;

}  // namespace

bool Contents::full() const { return items.size() >= most; }

void Contents::add(Item item) {
  if (full()) return;
  item.meaning = meaningOf(item.name);
  items.push_back(std::move(item));
  if (full())
    say(diagnostics, "array-left-out",
        {"The file holds ", most,
         " values and arrays or more; what comes after "
         "them was left out."});
}

ByteView Contents::keep(std::vector<std::uint8_t> bytes) {
  buffers.push_back(std::move(bytes));
  return {buffers.back().data(), buffers.back().size()};
}

}  // namespace ecg::arrays
