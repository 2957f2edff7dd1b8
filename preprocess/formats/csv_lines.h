#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ecg::csv {

/// The lines of a text, whatever their line ending (LF, CRLF or CR), without a byte order mark.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// Takes the next line that is not blank; false at the end.
  bool next(std::string_view& line);

  std::size_t number() const { return number_; }  ///< of the line taken last, from 1
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

bool isComment(std::string_view line);

/// No delimiter: a table of one column.
inline constexpr char oneColumn = '\0';
inline constexpr std::size_t mostColumns = 1024;

enum class Split { ok, openQuote, tooManyColumns };

/// Splits a line at a delimiter (' ' is any run of blanks and tabs) into cells, which are views of
/// the line without blanks and quotes around them. Stops at `mostColumns`.
Split splitCells(std::string_view line, char delimiter, std::vector<std::string_view>& cells);

/// The delimiter that cuts these first lines of a table into equally many cells, with numbers in
/// the last of them.
char detectDelimiter(const std::vector<std::string_view>& lines);

/// True for what stands for a missing sample: nothing, `-`, `NaN`, `NA`, `n/a`, `null`.
bool isMissing(std::string_view cell);

/// True for a number, a missing sample or a time of day: what a data line consists of.
bool isData(std::string_view cell);

}  // namespace ecg::csv
