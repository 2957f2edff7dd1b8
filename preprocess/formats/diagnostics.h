#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/recording.h"

namespace ecg {

/// Samples that the file says are missing: `count` of them from sample `start` on.
struct Gap {
  std::size_t start = 0;
  std::size_t count = 0;
};

/// @throws InputError `gap-too-long` where filling the gaps with NaN would take far more room than
///   the samples: more than ten times as much, and more than 64 MiB.
/// @param file its name, for the message.
/// @param filledLength samples per lead with the gaps; a double, since a hostile file can say much.
void checkFilledSize(const std::string& file, std::size_t length, double filledLength,
                     std::size_t leads);

/// Says where the gaps are, in seconds: `gap`, "2 gaps are filled with NaN: ...".
Diagnostic gapDiagnostic(const std::vector<Gap>& gaps, double samplingRate);

/// Adds a diagnostic `annotations`, "3 annotations were not read.", where there are any.
void reportAnnotations(std::size_t count, Recording& recording);

/// Adds a diagnostic `filtered`, what the file says was done to its samples ("low-pass 40 Hz, notch
/// 50 Hz"), where it says anything.
void reportFilters(const std::string& filters, Recording& recording);

/// Adds a diagnostic `duplicate-lead` for every name that more than one lead has.
void reportDuplicateLeads(Recording& recording);

}  // namespace ecg
