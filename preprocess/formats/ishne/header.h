#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::ishne {

/// A lead as the header describes it.
struct LeadSpec {
  std::string name;      ///< the standard's name of the code: "V1", "ES", "unknown", "generic"
  int quality = 0;       ///< the standard's code, 2 and more are faults
  double nanovolts = 0;  ///< of a digital step; 0 where the header does not say
};

struct Header {
  std::uint16_t checksum = 0;    ///< as stored; 0 where the writer made none
  std::int64_t sampleCount = 0;  ///< per lead, or of all leads
  std::size_t signalOffset = 0;  ///< of the first sample, within the file
  double samplingRate = 0;       ///< Hz; 0 where the header does not say
  int pacemaker = 0;             ///< the standard's code, 1 to 5 are pacemakers
  std::vector<LeadSpec> leads;   ///< 1 to 12
  Patient patient;
};

/// @throws InputError `truncated`, `bad-header`.
Header readHeader(const NamedBytes& file);

/// CRC-CCITT from 0xFFFF on, high bit first, of the header and the comments.
std::uint16_t checksumOf(ByteView file, const Header& header);

/// What the standard's code of a lead's quality means where it is a fault; else empty.
std::string qualityFault(int code);

/// What the standard's pacemaker code says of one; empty where it says of none.
std::string pacemakerKind(int code);

}  // namespace ecg::ishne
