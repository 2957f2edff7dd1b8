#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "models/error.h"
#include "preprocess/error.h"

/// What every conversion between JavaScript values and C++ needs.
namespace wasm {

using emscripten::val;

/// `{ error: { code, message } }`.
inline val failure(const std::string& code, const std::string& message) {
  val error = val::object();
  error.set("code", code);
  error.set("message", message);
  val outcome = val::object();
  outcome.set("error", error);
  return outcome;
}

/// Runs `work` and returns `{ value }`, or `{ error }` where it threw.
template <typename Work>
val guarded(Work work) {
  try {
    val outcome = val::object();
    outcome.set("value", val(work()));
    return outcome;
  } catch (const ecg::InputError& e) {
    return failure(e.code(), e.what());
  } catch (const founder::ModelError& e) {
    return failure(e.code(), e.what());
  } catch (const std::bad_alloc&) {
    return failure("out-of-memory",
                   "The page ran out of memory: close other tabs or use a smaller file.");
  } catch (const std::exception& e) {
    return failure("internal", std::string("Unexpected failure: ") + e.what());
  }
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

inline val strings(const std::vector<std::string>& items) {
  return array(items, [](const std::string& item) { return val(item); });
}

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

inline std::vector<std::string> toStrings(const val& items) {
  std::vector<std::string> out;
  if (items.isUndefined() || items.isNull()) return out;
  for (const val& item : emscripten::vecFromJSArray<val>(items))
    out.push_back(item.as<std::string>());
  return out;
}

template <typename T>
std::optional<T> optionalField(const val& object, const char* name) {
  const val value = object[name];
  return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(value.as<T>());
}

}  // namespace wasm
