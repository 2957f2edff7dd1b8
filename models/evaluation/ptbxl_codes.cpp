#include "models/evaluation/ptbxl_codes.h"

#include "models/evaluation/number.h"

namespace founder {
namespace {

void skipBlanks(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

bool take(std::string_view& text, char c) {
  skipBlanks(text);
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  skipBlanks(text);
  return true;
}

bool takeEntry(std::string_view& text, ScpCode& out) {
  skipBlanks(text);
  if (text.empty() || (text.front() != '\'' && text.front() != '"')) return false;
  const auto end = text.find(text.front(), 1);
  if (end == std::string_view::npos) return false;
  out.code = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  if (!take(text, ':')) return false;
  const auto length = text.find_first_of(",} ");
  if (length == std::string_view::npos) return false;
  const auto value = parseNumber(text.substr(0, length));
  if (!value) return false;
  out.likelihood = *value;
  text.remove_prefix(length);
  return true;
}

const std::initializer_list<ScpMeaning> meanings = {
    // Rhythm
    {"SR", {"SINUS RHYTHM"}, {}, true},
    {"SBRAD", {"SINUS BRADYCARDIA"}, {"SINUS RHYTHM"}, true},
    {"STACH", {"SINUS TACHYCARDIA"}, {"SINUS RHYTHM"}, true},
    {"SARRH", {"WITH SINUS ARRHYTHMIA"}, {"SINUS RHYTHM"}, true},
    {"AFIB", {"ATRIAL FIBRILLATION"}, {}, true},
    {"AFLT", {"ATRIAL FLUTTER"}, {}, true},
    {"SVTAC", {"SUPRAVENTRICULAR TACHYCARDIA"}, {}, true},
    {"PSVT", {"SUPRAVENTRICULAR TACHYCARDIA"}, {}, true},
    {"SVARR", {}, {"SUPRAVENTRICULAR TACHYCARDIA"}, true},
    {"PACE", {"VENTRICULAR-PACED RHYTHM", "ELECTRONIC VENTRICULAR PACEMAKER"}, {}, true},
    {"PAC", {"PREMATURE ATRIAL COMPLEXES"}, {}},
    {"PVC", {"PREMATURE VENTRICULAR COMPLEXES"}, {}},
    {"PRC(S)", {}, {"PREMATURE ATRIAL COMPLEXES", "PREMATURE VENTRICULAR COMPLEXES"}},
    {"BIGU", {}, {"PREMATURE ATRIAL COMPLEXES", "PREMATURE VENTRICULAR COMPLEXES"}},
    {"TRIGU", {}, {"PREMATURE ATRIAL COMPLEXES", "PREMATURE VENTRICULAR COMPLEXES"}},
    // Conduction
    {"1AVB", {"WITH 1ST DEGREE AV BLOCK"}, {}},
    {"LPR", {}, {"WITH 1ST DEGREE AV BLOCK"}},
    {"3AVB", {"WITH COMPLETE HEART BLOCK"}, {}},
    {"CRBBB", {"RIGHT BUNDLE BRANCH BLOCK"}, {}},
    {"IRBBB", {"INCOMPLETE RIGHT BUNDLE BRANCH BLOCK"}, {}},
    {"CLBBB", {"LEFT BUNDLE BRANCH BLOCK"}, {}},
    {"ILBBB", {"INCOMPLETE LEFT BUNDLE BRANCH BLOCK"}, {}},
    {"LAFB", {"LEFT ANTERIOR FASCICULAR BLOCK"}, {}},
    {"LPFB", {"LEFT POSTERIOR FASCICULAR BLOCK"}, {}},
    {"IVCD", {"NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY"}, {}},
    {"WPW", {"WOLFF-PARKINSON-WHITE"}, {}},
    // Infarction
    {"AMI", {"ANTERIOR INFARCT"}, {}},
    {"ASMI", {"ANTEROSEPTAL INFARCT"}, {"ANTERIOR INFARCT"}},
    {"ALMI", {"ANTEROLATERAL INFARCT"}, {"ANTERIOR INFARCT", "LATERAL INFARCT"}},
    {"LMI", {"LATERAL INFARCT"}, {}},
    {"IMI", {"INFERIOR INFARCT"}, {}},
    {"ILMI", {}, {"INFERIOR INFARCT", "LATERAL INFARCT"}},
    {"IPMI", {"INFERIOR-POSTERIOR INFARCT"}, {"INFERIOR INFARCT", "POSTERIOR INFARCT"}},
    {"IPLMI",
     {},
     {"INFERIOR INFARCT", "LATERAL INFARCT", "POSTERIOR INFARCT", "INFERIOR-POSTERIOR INFARCT"}},
    {"PMI", {"POSTERIOR INFARCT"}, {}},
    // Hypertrophy and enlargement
    {"LVH",
     {"LEFT VENTRICULAR HYPERTROPHY"},
     {"VOLTAGE CRITERIA FOR LEFT VENTRICULAR HYPERTROPHY"}},
    {"VCLVH",
     {"VOLTAGE CRITERIA FOR LEFT VENTRICULAR HYPERTROPHY"},
     {"LEFT VENTRICULAR HYPERTROPHY"}},
    {"HVOLT", {}, {"VOLTAGE CRITERIA FOR LEFT VENTRICULAR HYPERTROPHY"}},
    {"RVH", {"RIGHT VENTRICULAR HYPERTROPHY"}, {}},
    {"LAO/LAE", {"LEFT ATRIAL ENLARGEMENT"}, {}},
    {"RAO/RAE", {"RIGHT ATRIAL ENLARGEMENT"}, {}},
    // Voltage and repolarisation
    {"LVOLT", {"LOW VOLTAGE QRS"}, {}},
    {"LNGQT", {"PROLONGED QT"}, {}},
    {"NDT", {"NONSPECIFIC T WAVE ABNORMALITY"}, {}},
    {"NT_", {"NONSPECIFIC T WAVE ABNORMALITY"}, {}},
    {"TAB_", {}, {"NONSPECIFIC T WAVE ABNORMALITY"}},
    {"LOWT", {}, {"NONSPECIFIC T WAVE ABNORMALITY"}},
    {"INVT", {}, {"NONSPECIFIC T WAVE ABNORMALITY"}},
    {"NST_", {"NONSPECIFIC ST ABNORMALITY"}, {}},
    {"STD_", {}, {"NONSPECIFIC ST ABNORMALITY"}},
    {"STE_", {}, {"NONSPECIFIC ST ABNORMALITY"}},
    // Overall
    {"NORM", {"NORMAL ECG"}, {}},
};

}  // namespace

std::optional<std::vector<ScpCode>> parseScpCodes(std::string_view text) {
  std::vector<ScpCode> out;
  if (!take(text, '{')) return std::nullopt;
  if (take(text, '}')) return text.empty() ? std::optional(out) : std::nullopt;
  while (true) {
    if (!takeEntry(text, out.emplace_back())) return std::nullopt;
    if (take(text, ',')) continue;
    if (!take(text, '}') || !text.empty()) return std::nullopt;
    return out;
  }
}

std::initializer_list<ScpMeaning> scpMeanings() { return meanings; }

}  // namespace founder
