#pragma once

#include <string>

#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// What section 1 says.
struct HeaderData {
  Patient patient;
  std::string filters;   ///< that the device applied, for a sentence; empty: it says none
  bool complete = true;  ///< false: a field reaches beyond the section, and reading ended there
};

/// Reads section 1, where there is one; never throws on account of its contents.
HeaderData readHeader(const Record& record);

}  // namespace ecg::scp
