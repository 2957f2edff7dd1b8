#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// The ECG of a Polar chest strap (H9, H10; 130 Hz nominal) as two apps write it: Polar Sensor
/// Logger (`Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]`) and ECG Logger
/// (`time,ecg,hr,rr`, which leaves unsaid that the times are ns and the samples mV).
///
/// They are tables, read by the CSV reader with what the app leaves unsaid filled in. The rate is
/// that of the sensor's timestamps; samples that they show to be missing are NaN. The lead keeps
/// its stored name, since a chest strap's lead is no standard one.
///
/// `read` throws what `csvFormat().read` throws.
const Format& polarFormat();

}  // namespace ecg
