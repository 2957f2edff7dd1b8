#include "preprocess/formats/scp/statements.h"

#include <algorithm>
#include <string_view>

#include "preprocess/formats/text.h"

namespace ecg::scp {
namespace {

/// A statement's parts, which NULs separate, with blanks between them.
std::string line(std::string_view stored) {
  std::string joined(stored);
  std::replace(joined.begin(), joined.end(), '\0', ' ');
  return text::utf8(text::trim(joined));
}

void readSection(const Record& record, int id, std::vector<std::string>& out) {
  constexpr std::size_t confirmedDateTime = 8;
  const auto at = record.sections.find(id);
  if (at == record.sections.end()) return;
  ByteReader in = record.reader(at->second);
  if (in.remaining() <= confirmedDateTime) return;
  in.skip(confirmedDateTime);
  const std::size_t count = in.u8();
  for (std::size_t i = 0; i < count && in.remaining() >= 3; ++i) {
    in.skip(1);  // its number
    std::size_t length = in.u16();
    if (length > in.remaining()) return;
    if (id == 11 && length > 0) {
      in.skip(1);  // code, text or logic
      --length;
    }
    if (const std::string statement = line(in.text(length)); !statement.empty())
      out.push_back(statement);
  }
}

}  // namespace

std::vector<std::string> readStatements(const Record& record) {
  std::vector<std::string> out;
  readSection(record, 8, out);
  readSection(record, 11, out);
  return out;
}

}  // namespace ecg::scp
