#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "models/pickle_globals.h"

namespace founder {

/// What a pickle describes, as a table of nodes that refer to each other by index: it may hold
/// cycles and nest to any depth, and takes no recursion to make or to free.
class Pickle {
 public:
  using Ref = std::uint32_t;
  static constexpr Ref none = std::numeric_limits<Ref>::max();

  enum class Kind : std::uint8_t {
    nothing,  ///< None
    boolean,
    integer,
    text,
    tuple,
    list,
    dict,     ///< items: key, value, key, value...
    global,   ///< `integer` is unused; see `global`
    storage,  ///< items: those of torch's persistent id
    tensor,   ///< items: the arguments of torch._utils._rebuild_tensor_v2
    opaque    ///< anything harmless that no tensor is made of
  };

  struct Node {
    Kind kind = Kind::opaque;
    std::uint32_t begin = 0, length = 0;  ///< of a text, in the pickle's bytes
    std::int64_t integer = 0;
    const Global* global = nullptr;
    std::vector<Ref> items;
  };

  /// Runs a pickle of protocol 2 to 5 with a fixed table of opcodes and globals; no code is ever
  /// called. Memory stays within a constant times the pickle's own size.
  /// @throws ModelError `foreign-global` naming it, `bad-pickle`, `truncated`, `too-large`.
  explicit Pickle(std::string bytes);

  Ref root() const { return root_; }
  const Node& operator[](Ref ref) const { return nodes_[ref]; }
  std::string_view text(Ref ref) const {
    return std::string_view(bytes_).substr(nodes_[ref].begin, nodes_[ref].length);
  }
  /// The value of a text key in a dict, or `none`.
  Ref find(Ref dict, std::string_view key) const;

 private:
  std::string bytes_;
  std::vector<Node> nodes_;
  Ref root_ = none;
};

}  // namespace founder
