#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What every conversion between JavaScript values and C++ needs.
namespace wasm {

using emscripten::val;

/// `{ value }` of what `work` makes of `state`, or `{ error }` where it threw.
val outcomeOf(val (*work)(void* state), void* state);

/// Runs `work` and returns `{ value }`, or `{ error }` where it threw.
template <typename Work>
val guarded(Work work) {
  return outcomeOf([](void* state) { return val((*static_cast<Work*>(state))()); }, &work);
}

/// A fresh typed array: `Float32Array`, `Uint8Array`.
template <typename T>
val typedArray(const char* type, const T* values, std::size_t count) {
  return val::global(type).new_(val(emscripten::typed_memory_view(count, values)));
}

/// A JavaScript array of what `convert` makes of each item.
template <typename Items, typename Convert>
val array(const Items& items, Convert convert) {
  val out = val::array();
  std::size_t i = 0;
  for (const auto& item : items) out.set(i++, convert(item));
  return out;
}

val strings(const std::vector<std::string>& items);

template <typename T>
val orNull(const std::optional<T>& value) {
  return value ? val(*value) : val::null();
}

/// A field, or `otherwise` where it is undefined or null.
template <typename T>
T field(const val& object, const char* name, T otherwise) {
  const val value = object[name];
  return value.isUndefined() || value.isNull() ? otherwise : value.as<T>();
}

std::vector<std::string> toStrings(const val& items);

template <typename T>
std::optional<T> optionalField(const val& object, const char* name) {
  const val value = object[name];
  return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(value.as<T>());
}

}  // namespace wasm
