#include "preprocess/formats/npy/npy_header.h"

#include <string_view>

#include "preprocess/formats/text.h"

namespace ecg::npy {
namespace {

constexpr std::string_view magic = "\x93NUMPY";

/// Walks over the header's Python dictionary: {'descr': '<f8', 'fortran_order': False,
/// 'shape': (5000, 12), }
class Dictionary {
 public:
  Dictionary(std::string_view text, std::string where) : text_(text), where_(std::move(where)) {}

  Header read() {
    Header header;
    bool type = false, order = false, shape = false;
    expect('{');
    while (!take('}')) {
      const std::string key = quoted();
      expect(':');
      if (key == "descr") {
        type = true;
        header.type = description();
      } else if (key == "fortran_order") {
        order = true;
        header.columnMajor = boolean();
      } else if (key == "shape") {
        shape = true;
        header.shape = tuple();
      } else {
        fail("an unknown key");
      }
      if (!take(',') && !peek('}')) fail("no comma between its entries");
    }
    if (!type || !order || !shape) fail("no type, order or shape");
    return header;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    reject("bad-header", {where_, " has a damaged NPY header: ", what, " at byte ", at_,
                          " of it; save the array again."});
  }
  void skipBlanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool peek(char c) {
    skipBlanks();
    return at_ < text_.size() && text_[at_] == c;
  }
  bool take(char c) {
    if (!peek(c)) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail(std::string("no ") + c);
  }

  std::string quoted() {
    skipBlanks();
    const char mark = peek('"') ? '"' : '\'';
    expect(mark);
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos) fail("an open quote");
    const std::string out(text_.substr(at_, end - at_));
    at_ = end + 1;
    return out;
  }

  /// A type; empty for a list of fields, which is passed over.
  std::string description() {
    if (!peek('[')) return quoted();
    int open = 0;
    do {
      if (peek('\'') || peek('"')) {
        quoted();
        continue;
      }
      if (at_ >= text_.size()) fail("an open list");
      open += text_[at_] == '[' ? 1 : text_[at_] == ']' ? -1 : 0;
      ++at_;
    } while (open > 0);
    return "";
  }

  bool boolean() {
    skipBlanks();
    for (const auto& [word, value] :
         {std::pair<std::string_view, bool>{"True", true}, {"False", false}})
      if (text_.substr(at_, word.size()) == word) {
        at_ += word.size();
        return value;
      }
    fail("an order that is neither True nor False");
  }

  std::vector<std::size_t> tuple() {
    std::vector<std::size_t> out;
    expect('(');
    while (!take(')')) {
      if (out.size() >= 32) fail("more than 32 sides");
      skipBlanks();
      std::size_t value = 0, digits = 0;
      for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
        if (++digits > 15) fail("a side beyond all measure");
        value = value * 10 + static_cast<std::size_t>(text_[at_] - '0');
      }
      if (digits == 0) fail("a side that is no number");
      take('L');
      out.push_back(value);
      if (!take(',') && !peek(')')) fail("no comma between the sides");
    }
    return out;
  }

  std::string_view text_;
  std::string where_;
  std::size_t at_ = 0;
};

}  // namespace

bool isNpy(ByteView bytes) { return text::view(bytes).substr(0, magic.size()) == magic; }

Header readHeader(ByteReader& reader) {
  reader.skip(magic.size());
  const unsigned version = reader.u8();
  reader.skip(1);
  if (version < 1 || version > 3)
    reject("bad-header", {reader.file(), " is an NPY array of version ", version,
                          ", and only 1 to 3 are known; save it again."});
  const std::size_t size = version == 1 ? reader.u16() : reader.u32();
  return Dictionary(reader.text(size), reader.file()).read();
}

}  // namespace ecg::npy
