#pragma once

#include <optional>
#include <string>

#include "preprocess/formats/atc/blocks.h"

namespace ecg::atc {

/// The block "fmt ".
struct SampleFormat {
  double samplingRate = 0;  ///< Hz; 0 where the file does not say
  double nanovolts = 0;     ///< of a digital step; 0 where the file does not say
  std::string filters;      ///< what was done to the samples: "mains filter (50 Hz)"; may be empty
};

/// @throws InputError `truncated`, `unsupported-samples`.
SampleFormat readFormat(const NamedBytes& file, const Block& block);

/// The block "info": when it was recorded; by which phone, program and device are comments.
void readInfo(const Block& block, Patient& patient);

/// How many annotations a block "ann " has.
std::size_t countAnnotations(const Block& block);

}  // namespace ecg::atc
