#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/owned_files.h"

namespace ecg::test {

/// The files that one fuzz input stands for. The input is a sequence of files, each a byte that
/// picks one of a few names, a 16-bit little-endian size, and that many bytes (fewer at the end).
OwnedFiles unpackWfdb(const std::uint8_t* data, std::size_t size);

/// Seed inputs for the WFDB fuzzer, made here: (file name, content).
std::vector<std::pair<std::string, std::string>> wfdbSeeds();

}  // namespace ecg::test
