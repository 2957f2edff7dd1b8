#pragma once

#include <emscripten/val.h>

#include "preprocess/recording.h"

namespace wasm {

/// @throws ecg::InputError `bad-recording` where samples and leads do not agree.
ecg::Recording toRecording(const emscripten::val& recording);

}  // namespace wasm
