#pragma once

#include <string>
#include <string_view>

namespace ecg::arrays {

/// What the name of an array says of its content.
enum class Meaning {
  ecg,        ///< `ecg`, `ECG_data`
  signal,     ///< `val`, `data`, `signals`, `x`: likely a signal
  unknown,    ///< may be a signal
  other,      ///< known and no signal: `rpeaks`, `label`, `age`
  time,       ///< `t`, `time`
  rate,       ///< `fs`, `samplingRate`
  unit,       ///< `unit`, `units`
  gain,       ///< `adc_gain`
  baseline,   ///< `baseline`, `adc_zero`
  leadNames,  ///< `leads`, `sig_name`; as numbers, the signal itself
  labels,     ///< `labels`, `names`: perhaps lead names
  leadName,   ///< `lead`, `name`: the name of the one signal beside it
  age,
  sex,
  patientId,
  patientName,
  birthDate
};

Meaning meaningOf(std::string_view name);

}  // namespace ecg::arrays
