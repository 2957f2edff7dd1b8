#include "models/evaluation/csv_reader.h"

namespace founder {

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
}

bool CsvReader::next(std::vector<std::string>& cells) {
  cells.clear();
  openQuote_ = false;
  while (at_ < text_.size() && atLineEnd()) takeLineEnd();
  if (at_ >= text_.size()) return false;
  line_ = lineAt_;
  while (true) {
    takeCell(cells.emplace_back());
    if (atLineEnd()) break;
    ++at_;  // the comma
  }
  if (at_ < text_.size()) takeLineEnd();
  return true;
}

void CsvReader::takeCell(std::string& cell) {
  if (at_ < text_.size() && text_[at_] == '"') {
    openQuote_ = true;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          openQuote_ = false;
          ++at_;
          break;
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++lineAt_;
      cell += text_[at_];
    }
  }
  while (!atLineEnd() && text_[at_] != ',') cell += text_[at_++];
}

void CsvReader::takeLineEnd() {
  at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
  ++lineAt_;
}

std::string csvCell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace founder
