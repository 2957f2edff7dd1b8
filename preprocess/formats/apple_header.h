#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/csv_lines.h"

namespace ecg::apple {

/// What the lines before the samples say.
enum class Field {
  name,
  birthDate,
  recordedDate,
  classification,
  symptoms,
  software,
  device,
  rate,
  lead,
  unit
};
inline constexpr std::size_t fieldCount = 10;

/// A line of the header: `Sample Rate,513.625 hertz`.
struct Entry {
  std::string word;   ///< before the comma, without quotes
  std::string value;  ///< after it, without quotes
  std::size_t line = 0;
};

struct Header {
  std::array<std::optional<Entry>, fieldCount> fields;
  std::vector<Entry> unknown;  ///< lines whose word is not known
  csv::Lines data{{}};         ///< at the first sample

  const std::optional<Entry>& operator[](Field field) const {
    return fields[static_cast<std::size_t>(field)];
  }
  /// The value of a field, empty where it is absent.
  std::string value(Field field) const { return (*this)[field] ? (*this)[field]->value : ""; }
};

/// Reads the lines up to the first that is a number. The words are known in English and German (as
/// real exports have them); Apple translates them into the phone's language.
Header readHeader(std::string_view text);

/// True where a header can only be an Apple Health ECG's: four of its words, or a watch as device
/// beside a rate or unit in a language that is not known.
bool isApple(const Header& header);

/// The rate in Hz of `513.625 hertz`, `511,422 hertz` (any blank between); empty where it is
/// anything else, or no rate that a watch has (100 to 2000 Hz).
std::optional<double> parseRate(std::string_view value);

/// A line that may be a sample: without quotes, and without the comma that a spreadsheet adds.
std::string_view sampleCell(std::string_view line);

}  // namespace ecg::apple
