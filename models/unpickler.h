#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/pickle.h"

namespace founder {

/// The stack machine behind `Pickle`: runs over `bytes` once and fills `nodes`.
class Unpickler {
 public:
  Unpickler(std::string_view bytes, std::vector<Pickle::Node>& nodes);
  Pickle::Ref run();

 private:
  using Ref = Pickle::Ref;
  using Kind = Pickle::Kind;

  bool runScalar(unsigned char opcode);
  bool runText(unsigned char opcode);
  bool runContainer(unsigned char opcode);
  bool runMemo(unsigned char opcode);
  bool runObject(unsigned char opcode);

  std::uint64_t number(std::size_t count);
  std::uint32_t skip(std::uint64_t count);
  std::string_view line();
  Ref make(Kind kind);
  Ref pop();
  Ref top() const;
  std::vector<Ref> popToMark();
  void push(Ref ref) { stack_.push_back(ref); }
  void pushInteger(std::int64_t value);
  void pushText(std::uint64_t length);
  void pushTuple(std::size_t count);
  void extend(Ref container, Kind kind, const std::vector<Ref>& items);
  void setMemo(std::uint64_t index);
  void getMemo(std::uint64_t index);
  void pushGlobal(std::string_view module, std::string_view name);
  void pushTensor(Ref arguments);
  void call(Ref callable, Ref arguments);
  [[noreturn]] void bad(const std::string& what) const;

  std::string_view bytes_;
  std::vector<Pickle::Node>& nodes_;
  std::size_t at_ = 0;
  std::vector<Ref> stack_;
  std::vector<std::size_t> marks_;
  std::map<std::uint64_t, Ref> memo_;
};

}  // namespace founder
