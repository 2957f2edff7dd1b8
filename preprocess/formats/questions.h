#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg {

/// The option `samplingRate`, for a file that does not say its own.
///
/// @param unsaid the question's beginning: "x.ecg does not say its sampling rate (byte 272)".
/// @return Hz
/// @throws InputError `rate-unknown` where it is not given, `bad-option` where it is no rate.
double askedSamplingRate(const std::string& unsaid, const ReadOptions& options);

/// The option `unitsPerMillivolt`, for samples whose scale the file does not say. The question
/// offers what their spread suggests (likely_scale.h).
///
/// @param unsaid the question's beginning: "x.xml, lead V1, does not say the unit of its samples".
/// @param stored the samples as stored, in the unit or the steps that are asked for; may be empty
///   where the option is given.
/// @throws InputError `unit-unknown` where it is not given, `bad-option` where it is no scale.
double askedUnitsPerMillivolt(const std::string& unsaid, const std::vector<float>& stored,
                              const ReadOptions& options);

/// What a file leaves unsaid that is asked for in one sentence.
struct Unsaid {
  bool unit = false, rate = false;
  std::string unitHint, rateHint;  ///< "; the size of the values suggests mV"; may be empty
  std::string advice;              ///< after the options, how else to help; may be empty
};

/// @throws InputError `unit-unknown`, or `rate-unknown` where only the rate is unsaid.
[[noreturn]] void askFor(const std::string& file, const Unsaid& unsaid);

/// @throws InputError `bad-option` where `samplingRate` or `unitsPerMillivolt` is given and is no
///   number above zero.
void checkOptions(const std::string& file, const ReadOptions& options);

/// Which of the recordings in a file to take: `options.recording` of `offered`, whose descriptions
/// the recording keeps and a diagnostic `several-recordings` lists where there are more than one.
///
/// @return from 0 on.
/// @throws InputError `no-such-recording`.
std::size_t chooseRecording(const std::string& file, const std::vector<std::string>& offered,
                            const ReadOptions& options, Recording& recording);

}  // namespace ecg
