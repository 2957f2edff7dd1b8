#include "preprocess/formats/arrays/words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "preprocess/formats/csv_heading.h"

namespace ecg::arrays {
namespace {

/// Lower case letters and digits only: `Sampling_Rate` and `samplingRate` are one word.
std::string plain(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

using Words = std::vector<std::string_view>;

const std::vector<std::pair<Meaning, Words>>& known() {
  static const std::vector<std::pair<Meaning, Words>> all = {
      {Meaning::rate,
       {"fs",
        "sfreq",
        "samplingrate",
        "samplerate",
        "samplingfrequency",
        "samplefrequency",
        "samplingfreq",
        "samplefreq",
        "frequency",
        "freq",
        "srate",
        "sr",
        "hz",
        "fsamp",
        "fshz",
        "fsecg",
        "ecgfs",
        "samplingratehz",
        "sampleratehz",
        "samplingfrequencyhz",
        "frequencyhz",
        "samplingratehertz",
        "ecgsamplingrate",
        "ecgsamplerate"}},
      {Meaning::unit,
       {"unit", "units", "sigunits", "sigunit", "signalunits", "signalunit", "physunits",
        "physunit", "physicalunit", "physicalunits", "physicaldimension", "voltageunit",
        "voltageunits", "amplitudeunit", "amplitudeunits", "ecgunit", "ecgunits", "uom"}},
      {Meaning::gain,
       {"gain", "gains", "adcgain", "adcgains", "unitspermillivolt", "unitspermv", "adupermv"}},
      {Meaning::baseline, {"baseline", "baselines", "adczero", "adczeros"}},
      {Meaning::leadNames,
       {"leads", "leadnames", "leadname", "channels", "channelnames", "channelname", "chnames",
        "signames", "signame", "signalnames", "signalname", "leadids", "leadlabels",
        "channellabels", "signallabels", "leadorder"}},
      {Meaning::labels, {"labels", "label", "names", "columns", "description", "desc", "ids"}},
      {Meaning::leadName, {"lead", "name", "channel", "id", "leadid", "code"}},
      {Meaning::signal, {"val",      "vals",
                         "value",    "values",
                         "signal",   "signals",
                         "sig",      "sigs",
                         "psignal",  "dsignal",
                         "data",     "dataset",
                         "sample",   "samples",
                         "waveform", "waveforms",
                         "wave",     "x",
                         "y0",       "array",
                         "arr0",     "rawdata",
                         "raw",      "voltage",
                         "voltages", "voltagemeasurements",
                         "record",   "recording",
                         "tracings", "tracing",
                         "trace",    "traces"}},
      {Meaning::time,
       {"t", "tm", "time", "times", "timestamp", "timestamps", "seconds", "elapsed"}},
      {Meaning::age, {"age", "ageyears", "patientage"}},
      {Meaning::sex, {"sex", "gender", "patientsex"}},
      {Meaning::patientId, {"mrn", "patientid", "subjectid"}},
      {Meaning::patientName, {"patientname"}},
      {Meaning::birthDate, {"dob", "birthdate", "dateofbirth", "patientbirthdate"}},
      {Meaning::other, {"rpeak",     "rpeaks",   "peaks",    "qrs",         "beats",       "beat",
                        "ann",       "anns",     "annot",    "annotation",  "annotations", "rhythm",
                        "ylabel",    "target",   "targets",  "class",       "classes",     "index",
                        "indices",   "idx",      "rr",       "rri",         "rrintervals", "hr",
                        "heartrate", "bpm",      "mask",     "weight",      "weights",     "height",
                        "bmi",       "duration", "length",   "numsamples",  "nsamples",    "siglen",
                        "nsig",      "nleads",   "numleads", "numchannels", "event",       "events",
                        "marker",    "markers",  "version",  "date",        "year",        "onset",
                        "onsets",    "offset",   "offsets",  "scale",       "resolution",  "probs",
                        "scores",    "features", "metadata", "mean",        "std"}}};
  return all;
}

}  // namespace

Meaning meaningOf(std::string_view name) {
  const std::string word = plain(name);
  for (const auto& [meaning, words] : known())
    if (std::find(words.begin(), words.end(), word) != words.end()) return meaning;
  if (csv::isTimeName(name)) return Meaning::time;
  const auto heading = csv::parseHeading(name);
  if (heading.hasUnit && heading.name.size() < name.size() && !heading.name.empty())
    return meaningOf(heading.name);
  const bool ecg = word.find("ecg") != std::string::npos || word.find("ekg") != std::string::npos;
  return ecg ? Meaning::ecg : Meaning::unknown;
}

}  // namespace ecg::arrays
