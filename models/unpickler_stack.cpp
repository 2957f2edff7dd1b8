#include "models/error.h"
#include "models/little_endian.h"
#include "models/quote.h"
#include "models/unpickler.h"

namespace founder {
namespace {

constexpr std::size_t mostNodes = 1u << 20;

[[noreturn]] void foreignGlobal(std::string_view module, std::string_view name) {
  throw ModelError("foreign-global",
                   "The checkpoint's pickle asks for " +
                       quote(std::string(module) + "." + std::string(name)) +
                       ", which no list of tensors needs; nothing was run: use the official file, "
                       "or save model.state_dict() alone with torch.save.");
}

}  // namespace

std::uint64_t Unpickler::number(std::size_t count) {
  const std::uint32_t begin = skip(count);
  return littleEndian(bytes_.data() + begin, count);
}

// Steps over `count` bytes and says where they began.
std::uint32_t Unpickler::skip(std::uint64_t count) {
  if (count > bytes_.size() - at_)
    throw ModelError("truncated", "The checkpoint's data.pkl ends at byte " +
                                      std::to_string(bytes_.size()) +
                                      " in the middle of a value: "
                                      "get the file again.");
  const auto begin = static_cast<std::uint32_t>(at_);
  at_ += static_cast<std::size_t>(count);
  return begin;
}

std::string_view Unpickler::line() {
  const std::size_t end = bytes_.find('\n', at_);
  if (end == std::string_view::npos) skip(bytes_.size() - at_ + 1);
  const std::string_view text = bytes_.substr(at_, end - at_);
  at_ = end + 1;
  return text;
}

Pickle::Ref Unpickler::make(Kind kind) {
  if (nodes_.size() >= mostNodes)
    throw ModelError("too-large",
                     "The checkpoint's data.pkl holds over a million objects, which no list of "
                     "tensors does: use the official file.");
  nodes_.emplace_back();
  nodes_.back().kind = kind;
  return static_cast<Ref>(nodes_.size() - 1);
}

Pickle::Ref Unpickler::top() const {
  if (stack_.empty() || (!marks_.empty() && stack_.size() <= marks_.back()))
    bad("it takes more from its stack than it put there");
  return stack_.back();
}

Pickle::Ref Unpickler::pop() {
  const Ref ref = top();
  stack_.pop_back();
  return ref;
}

std::vector<Pickle::Ref> Unpickler::popToMark() {
  if (marks_.empty()) bad("a mark is missing");
  const auto begin = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
  std::vector<Ref> items(begin, stack_.end());
  stack_.erase(begin, stack_.end());
  marks_.pop_back();
  return items;
}

void Unpickler::pushInteger(std::int64_t value) {
  push(make(Kind::integer));
  nodes_.back().integer = value;
}

void Unpickler::pushText(std::uint64_t length) {
  const std::uint32_t begin = skip(length);
  push(make(Kind::text));
  nodes_.back().begin = begin;
  nodes_.back().length = static_cast<std::uint32_t>(length);
}

void Unpickler::pushTuple(std::size_t count) {
  std::vector<Ref> items(count);
  for (std::size_t i = count; i-- > 0;) items[i] = pop();
  push(make(Kind::tuple));
  nodes_.back().items = std::move(items);
}

// Opaque objects swallow what is put into them.
void Unpickler::extend(Ref container, Kind kind, const std::vector<Ref>& items) {
  Pickle::Node& node = nodes_[container];
  if (node.kind == Kind::opaque) return;
  if (node.kind != kind) bad("items are put into something that holds none");
  if (kind == Kind::dict && items.size() % 2 != 0) bad("a key without a value");
  node.items.insert(node.items.end(), items.begin(), items.end());
}

void Unpickler::setMemo(std::uint64_t index) { memo_[index] = top(); }

void Unpickler::getMemo(std::uint64_t index) {
  const auto found = memo_.find(index);
  if (found == memo_.end()) bad("memo " + std::to_string(index) + " was never set");
  push(found->second);
}

void Unpickler::pushGlobal(std::string_view module, std::string_view name) {
  const Global* global = findGlobal(module, name);
  if (global == nullptr) foreignGlobal(module, name);
  push(make(Kind::global));
  nodes_.back().global = global;
}

void Unpickler::call(Ref callable, Ref arguments) {
  if (nodes_[callable].kind != Kind::global || nodes_[arguments].kind != Kind::tuple)
    bad("a call of something that is not a function");
  const std::vector<Ref>& items = nodes_[arguments].items;
  switch (nodes_[callable].global->role) {
    case GlobalRole::orderedDict:
      if (!items.empty()) bad("an OrderedDict with arguments");
      push(make(Kind::dict));
      return;
    case GlobalRole::rebuildTensor:
      pushTensor(arguments);
      return;
    case GlobalRole::rebuildParameter:
      if (items.empty()) bad("a parameter without its tensor");
      push(items[0]);
      return;
    default:
      push(make(Kind::opaque));
  }
}

void Unpickler::pushTensor(Ref arguments) {
  if (nodes_[arguments].items.size() < 6 || nodes_[arguments].items.size() > 7)
    bad("a tensor with other arguments than torch's");
  std::vector<Ref> items = nodes_[arguments].items;
  push(make(Kind::tensor));
  nodes_.back().items = std::move(items);
}

void Unpickler::bad(const std::string& what) const {
  throw ModelError("bad-pickle", "The checkpoint's data.pkl is damaged at byte " +
                                     std::to_string(at_) + " (" + what +
                                     "): download the file again, or save it with torch.save.");
}

}  // namespace founder
