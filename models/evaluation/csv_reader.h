#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace founder {

/// The records of a comma-separated text as RFC 4180 has them: a cell in double quotes may hold
/// commas, line breaks and doubled quotes. Takes LF, CRLF and CR, a byte order mark, and blank lines,
/// which it passes over.
class CsvReader {
 public:
  /// @param text is not copied
  explicit CsvReader(std::string_view text);

  /// Takes the next record; false at the end of the text.
  bool next(std::vector<std::string>& cells);

  std::size_t line() const { return line_; }      ///< where the record taken last began, from 1
  std::size_t end() const { return at_; }         ///< the byte after the record taken last
  bool openQuote() const { return openQuote_; }   ///< the text ended inside that record's quotes

 private:
  void takeCell(std::string& cell);
  bool atLineEnd() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }
  void takeLineEnd();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t lineAt_ = 1;
  std::size_t line_ = 0;
  bool openQuote_ = false;
};

/// A cell as RFC 4180 wants it written: in quotes where it needs them.
std::string csvCell(std::string_view text);

}  // namespace founder
