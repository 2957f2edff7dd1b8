#include "preprocess/error.h"
#include "preprocess/input/input.h"

namespace ecg {

Preset presetFromName(const std::string& name) {
  for (Preset preset : {Preset::founder, Preset::ptbxlEval, Preset::paper})
    if (name == presetName(preset)) return preset;
  reject("unknown-preset",
         {"There is no preset \"", name, "\"; choose founder, ptbxl-eval or paper."});
}

const char* presetName(Preset preset) {
  switch (preset) {
    case Preset::founder:
      return "founder";
    case Preset::ptbxlEval:
      return "ptbxl-eval";
    case Preset::paper:
      return "paper";
  }
  return "";
}

}  // namespace ecg
