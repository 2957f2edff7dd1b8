#include "models/pickle.h"

#include "models/error.h"
#include "models/unpickler.h"

namespace founder {

Pickle::Pickle(std::string bytes) : bytes_(std::move(bytes)) {
  constexpr std::size_t largest = 16u << 20;
  if (bytes_.size() > largest)
    throw ModelError("too-large", "The checkpoint's data.pkl has " + std::to_string(bytes_.size()) +
                                      " bytes, and more than 16 MiB is no list of tensors: use the "
                                      "official file.");
  root_ = Unpickler(bytes_, nodes_).run();
}

Pickle::Ref Pickle::find(Ref dict, std::string_view key) const {
  const Node& node = nodes_[dict];
  if (node.kind != Kind::dict) return none;
  for (std::size_t i = node.items.size(); i >= 2; i -= 2)
    if (nodes_[node.items[i - 2]].kind == Kind::text && text(node.items[i - 2]) == key)
      return node.items[i - 1];
  return none;
}

}  // namespace founder
