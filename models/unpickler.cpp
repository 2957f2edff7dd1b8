#include "models/unpickler.h"

namespace founder {
Unpickler::Unpickler(std::string_view bytes, std::vector<Pickle::Node>& nodes)
    : bytes_(bytes), nodes_(nodes) {}

Pickle::Ref Unpickler::run() {
  for (;;) {
    const auto opcode = static_cast<unsigned char>(number(1));
    if (opcode == '.') return pop();
    if (runScalar(opcode) || runText(opcode) || runContainer(opcode) || runMemo(opcode) ||
        runObject(opcode))
      continue;
    bad("opcode " + std::to_string(opcode) + " is not one that torch.save writes");
  }
}

bool Unpickler::runScalar(unsigned char opcode) {
  switch (opcode) {
    case 0x80: {  // PROTO
      const std::uint64_t protocol = number(1);
      if (protocol < 2 || protocol > 5) bad("protocol " + std::to_string(protocol));
      return true;
    }
    case 0x95:  // FRAME: its length is only a hint for reading ahead
      skip(8);
      return true;
    case 'N':
      push(make(Kind::nothing));
      return true;
    case 0x88:
    case 0x89:
      push(make(Kind::boolean));
      nodes_.back().integer = opcode == 0x88;
      return true;
    case 'K':
      pushInteger(static_cast<std::int64_t>(number(1)));
      return true;
    case 'M':
      pushInteger(static_cast<std::int64_t>(number(2)));
      return true;
    case 'J':
      pushInteger(static_cast<std::int32_t>(number(4)));
      return true;
    case 0x8a:
    case 0x8b: {  // LONG1, LONG4: two's complement, opaque beyond 64 bits
      const std::uint64_t size = number(opcode == 0x8a ? 1 : 4);
      if (size > 8) {
        skip(size);
        push(make(Kind::opaque));
        return true;
      }
      std::uint64_t value = number(size);
      if (size > 0 && size < 8 && value >> (8 * size - 1)) value |= ~std::uint64_t{0} << 8 * size;
      pushInteger(static_cast<std::int64_t>(value));
      return true;
    }
    case 'G':
      skip(8);
      push(make(Kind::opaque));
      return true;
    default:
      return false;
  }
}

bool Unpickler::runText(unsigned char opcode) {
  switch (opcode) {
    case 0x8c:  // SHORT_BINUNICODE
    case 'U':   // SHORT_BINSTRING of Python 2
      pushText(number(1));
      return true;
    case 'X':
    case 'T':
      pushText(number(4));
      return true;
    case 0x8d:
      pushText(number(8));
      return true;
    case 'C':  // bytes: of no interest
      skip(number(1));
      break;
    case 'B':
      skip(number(4));
      break;
    case 0x8e:
    case 0x96:
      skip(number(8));
      break;
    default:
      return false;
  }
  push(make(Kind::opaque));
  return true;
}

bool Unpickler::runContainer(unsigned char opcode) {
  switch (opcode) {
    case '(':
      marks_.push_back(stack_.size());
      return true;
    case '0':
      pop();
      return true;
    case '1':
      popToMark();
      return true;
    case ')':
      push(make(Kind::tuple));
      return true;
    case 0x85:
    case 0x86:
    case 0x87:
      pushTuple(opcode - 0x84u);
      return true;
    case ']':
      push(make(Kind::list));
      return true;
    case '}':
      push(make(Kind::dict));
      return true;
    case 0x8f:  // EMPTY_SET
      push(make(Kind::opaque));
      return true;
    case 't':
    case 'l':
    case 'd':
    case 0x91: {  // TUPLE, LIST, DICT, FROZENSET
      std::vector<Ref> items = popToMark();
      const Kind kind = opcode == 't'   ? Kind::tuple
                        : opcode == 'l' ? Kind::list
                        : opcode == 'd' ? Kind::dict
                                        : Kind::opaque;
      push(make(kind));
      extend(top(), kind, items);
      return true;
    }
    case 'a': {
      const Ref item = pop();
      extend(top(), Kind::list, {item});
      return true;
    }
    case 's': {
      const Ref value = pop(), key = pop();
      extend(top(), Kind::dict, {key, value});
      return true;
    }
    case 'e':
    case 'u':
    case 0x90: {  // APPENDS, SETITEMS, ADDITEMS
      const std::vector<Ref> items = popToMark();
      extend(top(), opcode == 'e' ? Kind::list : opcode == 'u' ? Kind::dict : Kind::opaque, items);
      return true;
    }
    default:
      return false;
  }
}

bool Unpickler::runMemo(unsigned char opcode) {
  switch (opcode) {
    case 'q':
      setMemo(number(1));
      return true;
    case 'r':
      setMemo(number(4));
      return true;
    case 0x94:  // MEMOIZE
      setMemo(memo_.size());
      return true;
    case 'h':
      getMemo(number(1));
      return true;
    case 'j':
      getMemo(number(4));
      return true;
    default:
      return false;
  }
}

bool Unpickler::runObject(unsigned char opcode) {
  switch (opcode) {
    case 'c':
    case 'i': {  // GLOBAL; INST, whose global is named before it is refused
      const std::string_view module = line(), name = line();
      pushGlobal(module, name);
      if (opcode == 'i') bad("an old-style instance");
      return true;
    }
    case 0x93: {  // STACK_GLOBAL
      const Ref name = pop(), module = pop();
      const Pickle::Node &m = nodes_[module], &n = nodes_[name];
      if (m.kind != Kind::text || n.kind != Kind::text) bad("a global without a name");
      pushGlobal(bytes_.substr(m.begin, m.length), bytes_.substr(n.begin, n.length));
      return true;
    }
    case 'R':
    case 0x81: {  // REDUCE, NEWOBJ
      const Ref arguments = pop(), callable = pop();
      call(callable, arguments);
      return true;
    }
    case 'b':  // BUILD: attributes such as _metadata are of no interest
      pop();
      top();
      return true;
    case 'Q': {  // BINPERSID: torch's ("storage", type, key, location, elements)
      const Ref id = pop();
      if (nodes_[id].kind != Kind::tuple || nodes_[id].items.size() != 5)
        bad("a persistent id that is not torch's");
      std::vector<Ref> items = nodes_[id].items;
      push(make(Kind::storage));
      nodes_.back().items = std::move(items);
      return true;
    }
    default:
      return false;
  }
}

}  // namespace founder
