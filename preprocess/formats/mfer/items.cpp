#include "preprocess/formats/mfer/items.h"

#include <algorithm>

namespace ecg::mfer {
namespace {

constexpr int deepest = 4;  // groups within groups

/// A place in bytes from which tags and lengths are taken; `ok` is false once they ran out, which
/// `ended` says, or were none.
struct Cursor {
  ByteView bytes;
  std::size_t at = 0;
  bool ok = true, ended = false;

  bool atEnd() const { return at >= bytes.size; }
  std::uint8_t byte() {
    if (!atEnd()) return bytes.data[at++];
    end();
    return 0;
  }
  void end() {
    ok = false;
    ended = true;
  }
};

struct Length {
  bool indefinite = false;
  std::size_t bytes = 0;
};

std::size_t channelNumber(Cursor& cursor) {
  std::size_t channel = 0;
  for (int i = 0; i < 4; ++i) {
    const std::uint8_t byte = cursor.byte();
    channel = channel << 7 | (byte & 0x7F);
    if (!(byte & 0x80)) return channel;
  }
  cursor.ok = false;
  return 0;
}

Length lengthOf(Cursor& cursor) {
  const std::uint8_t first = cursor.byte();
  if (first < 0x80) return {false, first};
  const int count = first & 0x7F;
  if (count == 0) return {true, 0};
  if (count > 4) cursor.ok = false;
  std::size_t length = 0;
  for (int i = 0; cursor.ok && i < count; ++i) length = length << 8 | cursor.byte();
  return {false, length};
}

/// Moves past the contents of indefinite length that begin here and past their end (two zeros);
/// gives where the contents end.
std::size_t skipIndefinite(Cursor& cursor, int depth) {
  if (depth > deepest) cursor.ok = false;
  while (cursor.ok) {
    const std::size_t start = cursor.at;
    const std::uint8_t tag = cursor.byte();
    if (tag == zero) {
      if (!cursor.atEnd() && cursor.bytes.data[cursor.at] == 0) {
        ++cursor.at;
        return start;
      }
      continue;
    }
    if (tag == channelAttribute) channelNumber(cursor);
    const Length length = lengthOf(cursor);
    if (length.indefinite)
      skipIndefinite(cursor, depth + 1);
    else if (length.bytes > cursor.bytes.size - cursor.at)
      cursor.end();
    else
      cursor.at += length.bytes;
  }
  return cursor.at;
}

}  // namespace

bool Items::next(Item& item) {
  Cursor cursor{bytes_, at_};
  while (!cursor.atEnd() && bytes_.data[cursor.at] == zero) ++cursor.at;
  const std::size_t start = cursor.at;
  if (cursor.atEnd() || bytes_.data[start] == end) {
    at_ = bytes_.size;
    return false;
  }
  item = {};
  item.tag = cursor.byte();
  if (item.tag == channelAttribute) item.channel = channelNumber(cursor);
  const Length length = lengthOf(cursor);
  const std::size_t from = cursor.at;
  std::size_t to = from;
  if (length.indefinite) {
    to = skipIndefinite(cursor, 1);
  } else if (cursor.ok) {
    item.cut = length.bytes > bytes_.size - from;
    to = cursor.at = from + std::min(length.bytes, bytes_.size - from);
  }
  if (cursor.ended) {
    item.cut = true;
    to = cursor.at = bytes_.size;
  } else if (!cursor.ok) {
    reject("bad-header", {file_, " has no valid length of the definition at byte ", offset_ + start,
                          "; get the original file."});
  }
  item.value = {bytes_.data + from, to - from};
  item.offset = offset_ + from;
  at_ = cursor.at;
  return true;
}

}  // namespace ecg::mfer
