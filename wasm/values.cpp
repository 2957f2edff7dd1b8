#include "wasm/values.h"

#include <exception>
#include <new>

#include "models/error.h"
#include "preprocess/error.h"

namespace wasm {
namespace {

/// `{ error: { code, message } }`.
val failure(const std::string& code, const std::string& message) {
  val error = val::object();
  error.set("code", code);
  error.set("message", message);
  val outcome = val::object();
  outcome.set("error", error);
  return outcome;
}

}  // namespace

val outcomeOf(val (*work)(void* state), void* state) {
  try {
    val outcome = val::object();
    outcome.set("value", work(state));
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

val strings(const std::vector<std::string>& items) {
  return array(items, [](const std::string& item) { return val(item); });
}

std::vector<std::string> toStrings(const val& items) {
  std::vector<std::string> out;
  if (items.isUndefined() || items.isNull()) return out;
  for (const val& item : emscripten::vecFromJSArray<val>(items))
    out.push_back(item.as<std::string>());
  return out;
}

}  // namespace wasm
