#pragma once

#include <cstddef>
#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg::contec {

inline constexpr std::size_t leads = 8;
inline constexpr std::size_t headerBytes = 43;
inline constexpr std::size_t footerBytes = 37;
inline constexpr std::size_t rowBytes = 2 * leads;
inline constexpr std::uint16_t noValue = 0x6800;

/// `certain` where header, size and the zeros at the end are those of an ECG90A; `possible` where
/// only the header is, as in other models' files.
Match sniff(ByteView bytes);

/// Rows of a file that `sniff` is certain of.
std::size_t rowsOf(ByteView bytes);

/// What the header says of the patient.
Patient readPatient(ByteView bytes);

}  // namespace ecg::contec
