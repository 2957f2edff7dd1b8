#include "preprocess/formats/mfer/codes.h"

#include <array>
#include <map>

namespace ecg::mfer {
namespace {

/// Types whose lead codes are those of an ECG; 0 where the file does not say.
bool hasEcgCodes(int waveform) {
  return (waveform >= 0 && waveform <= 9) || waveform == 20 || waveform == 21;
}

}  // namespace

std::string leadOfCode(int code, int waveform) {
  static const std::map<int, const char*> leads = {{1, "I"},
                                                   {2, "II"},
                                                   {3, "V1"},
                                                   {4, "V2"},
                                                   {5, "V3"},
                                                   {6, "V4"},
                                                   {7, "V5"},
                                                   {8, "V6"},
                                                   {9, "V7"},
                                                   {11, "V3R"},
                                                   {12, "V4R"},
                                                   {13, "V5R"},
                                                   {14, "V6R"},
                                                   {15, "V7R"},
                                                   {16, "X"},
                                                   {17, "Y"},
                                                   {18, "Z"},
                                                   {19, "CC5"},
                                                   {20, "CM5"},
                                                   {31, "NASA"},
                                                   {32, "CB4"},
                                                   {33, "CB5"},
                                                   {34, "CB6"},
                                                   {61, "III"},
                                                   {62, "aVR"},
                                                   {63, "aVL"},
                                                   {64, "aVF"},
                                                   {65, "-aVR"},
                                                   {66, "V8"},
                                                   {67, "V9"},
                                                   {68, "V8R"},
                                                   {69, "V9R"},
                                                   {70, "D"},
                                                   {71, "A"},
                                                   {72, "J"},
                                                   {4166, "ECG1"},
                                                   {4167, "ECG2"},
                                                   {4168, "ECG3"},
                                                   {4169, "ECG4"},
                                                   {143, "Blood pressure"},
                                                   {160, "Impedance respiration"},
                                                   {175, "SpO2"},
                                                   {4161, "Body position"},
                                                   {4162, "Body motion"},
                                                   {4163, "Respiration"}};
  if (!hasEcgCodes(waveform)) return "";
  const auto found = leads.find(code);
  return found == leads.end() ? "" : found->second;
}

std::string waveformName(int waveform) {
  static const std::map<int, const char*> names = {{0, "waveforms"},
                                                   {1, "standard 12-lead ECG"},
                                                   {2, "long-term ECG"},
                                                   {3, "vectorcardiogram"},
                                                   {4, "stress ECG"},
                                                   {5, "intracardiac ECG"},
                                                   {6, "body surface ECG"},
                                                   {7, "ventricular late potentials"},
                                                   {8, "body surface late potentials"},
                                                   {9, "dominant beat"},
                                                   {20, "long-term monitoring"},
                                                   {21, "monitoring"},
                                                   {25, "power spectrum"},
                                                   {26, "trend"},
                                                   {30, "sound"},
                                                   {31, "pulse wave"},
                                                   {40, "resting EEG"},
                                                   {41, "evoked potentials"},
                                                   {42, "EEG frequencies"},
                                                   {43, "long-term EEG"}};
  const auto found = names.find(waveform);
  return found == names.end() ? "waveforms of type " + std::to_string(waveform) : found->second;
}

std::string unitOfCode(int code) {
  static constexpr std::array<const char*, 23> units = {"V",
                                                        "mmHg",
                                                        "Pa",
                                                        "cmH2O",
                                                        "mmHg/s",
                                                        "dyne",
                                                        "N",
                                                        "%",
                                                        "degC",
                                                        "/min",
                                                        "/s",
                                                        "ohm",
                                                        "A",
                                                        "rpm",
                                                        "W",
                                                        "dB",
                                                        "kg",
                                                        "J",
                                                        "dyne s m-2 cm-5",
                                                        "L",
                                                        "L/s",
                                                        "L/min",
                                                        "cd"};
  if (code >= 0 && static_cast<std::size_t>(code) < units.size())
    return units[static_cast<std::size_t>(code)];
  return "unit " + std::to_string(code);
}

}  // namespace ecg::mfer
