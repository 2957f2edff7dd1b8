#pragma once

#include <optional>
#include <string>
#include <vector>

#include "preprocess/formats/arrays/contents.h"

namespace ecg::arrays {

/// The items of a meaning that are closest to a signal: beside it, then beside what holds it, and
/// so on; of several as close in the order of the file.
///
/// @param parent what holds the signal.
std::vector<const Item*> closest(const Contents& contents, const std::string& parent,
                                 Meaning meaning);

/// The rate that the file says: a number, or a text such as "500 Hz". Values that are no rate
/// (below 1 Hz or above 1 MHz) say nothing.
/// @throws InputError `rate-mismatch` where two values as close to the signal differ.
std::optional<double> statedRate(const std::string& file, const Contents& contents,
                                 const std::string& parent);

/// The units that the file says: one for all leads, one a lead, or none.
std::vector<std::string> statedUnits(const Contents& contents, const std::string& parent);

/// All values of the closest item of a meaning; empty where there is none.
std::vector<double> statedNumbers(const Contents& contents, const std::string& parent,
                                  Meaning meaning);

/// Lead names that the file lists, as many as one of the counts says; empty where it lists none.
std::vector<std::string> statedLeads(const Contents& contents, const std::string& parent,
                                     const std::vector<std::size_t>& counts);

/// Age, sex and identity, where items are named so.
Patient statedPatient(const Contents& contents);

}  // namespace ecg::arrays
