#include "preprocess/formats/registry.h"

#include <algorithm>
#include <string_view>

#include "preprocess/formats/aecg/aecg.h"
#include "preprocess/formats/apple.h"
#include "preprocess/formats/atc/atc.h"
#include "preprocess/formats/contec/contec.h"
#include "preprocess/formats/csv.h"
#include "preprocess/formats/dicom/dicom.h"
#include "preprocess/formats/edf.h"
#include "preprocess/formats/hdf5/hdf5.h"
#include "preprocess/formats/ishne/ishne.h"
#include "preprocess/formats/json/json.h"
#include "preprocess/formats/mat/mat.h"
#include "preprocess/formats/mfer/mfer.h"
#include "preprocess/formats/mortara/mortara.h"
#include "preprocess/formats/muse/muse.h"
#include "preprocess/formats/npy/npy.h"
#include "preprocess/formats/polar.h"
#include "preprocess/formats/schiller/schiller.h"
#include "preprocess/formats/scp/scp.h"
#include "preprocess/formats/sierra/sierra.h"
#include "preprocess/formats/wfdb.h"

namespace ecg {
namespace {

/// A format, how a message names it (not at all where it is only known to be refused), and the file
/// extensions that break ties in its favour.
struct Entry {
  const Format& (*format)();
  const char* label;
  std::vector<std::string_view> extensions;
};

/// Most specific first: a format that a set of bytes fits as well as an earlier one loses to it.
const std::vector<Entry>& entries() {
  static const std::vector<Entry> all = {
      {wfdbFormat, "WFDB (.hea with its signal files)", {"hea"}},
      {edfFormat, "EDF, EDF+, BDF (.edf, .bdf)", {"edf", "bdf", "rec"}},
      {dicomFormat, "DICOM waveforms (.dcm)", {"dcm", "dicom"}},
      {scpFormat, "SCP-ECG (.scp)", {"scp", "ecg"}},
      {aecgFormat, "HL7 aECG (.xml)", {"xml"}},
      {museFormat, "GE MUSE XML (.xml)", {"xml"}},
      {sierraFormat, "Philips Sierra XML (.xml)", {"xml"}},
      {mortaraFormat, "Mortara XML (.xml)", {"xml"}},
      {schillerFormat, "Schiller XML (.xml)", {"xml"}},
      {ishneFormat, "ISHNE Holter (.ecg)", {"ecg", "hol"}},
      {mferFormat, "MFER (.mwf)", {"mwf", "mfr"}},
      {atcFormat, "AliveCor Kardia (.atc)", {"atc"}},
      {contecFormat, "Contec ECG90A (.ecg)", {"ecg"}},
      {npyFormat, "NumPy (.npy, .npz)", {"npy", "npz"}},
      {hdf5Format, nullptr, {"h5", "hdf5"}},
      {matFormat, "MATLAB 4 to 7 (.mat)", {"mat"}},
      {appleFormat, "Apple Health ECG (.csv)", {"csv"}},
      {polarFormat, "Polar chest strap (.txt, .csv)", {"txt", "csv"}},
      {csvFormat, "CSV or TSV (.csv, .tsv, .txt)", {"csv", "tsv", "txt"}},
      {jsonFormat, "JSON numbers (.json)", {"json"}},
  };
  return all;
}

std::string extensionOf(const std::string& name) {
  const std::size_t dot = name.find_last_of("./\\");
  if (dot == std::string::npos || name[dot] != '.') return "";
  std::string extension = name.substr(dot + 1);
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

bool hasExtensionOf(const Entry& entry, const FileSet& files) {
  return std::any_of(files.begin(), files.end(), [&](const NamedBytes& file) {
    const std::string extension = extensionOf(file.name);
    return std::find(entry.extensions.begin(), entry.extensions.end(), extension) !=
           entry.extensions.end();
  });
}

}  // namespace

const Format* pickFormat(const FileSet& files) {
  const Format* best = nullptr;
  int bestRank = 0;
  for (const Entry& entry : entries()) {
    const Match match = entry.format().sniff(files);
    if (match == Match::none) continue;
    const int rank = 2 * static_cast<int>(match) + (hasExtensionOf(entry, files) ? 1 : 0);
    if (rank <= bestRank) continue;
    best = &entry.format();
    bestRank = rank;
  }
  return best;
}

std::vector<std::string> readableFormats() {
  std::vector<std::string> labels;
  for (const Entry& entry : entries())
    if (entry.label) labels.push_back(entry.label);
  return labels;
}

const std::vector<Format>& formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> list;
    for (const Entry& entry : entries()) list.push_back(entry.format());
    return list;
  }();
  return all;
}

}  // namespace ecg
