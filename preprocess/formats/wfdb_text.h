#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ecg::wfdb {

/// Takes the next line off `text`, whatever its line ending (LF, CRLF or CR).
std::string_view takeLine(std::string_view& text);

/// Takes the next blank-separated field off `line`; empty at its end.
std::string_view takeField(std::string_view& line);

bool isDigits(std::string_view text);

/// A count: digits only; absent where the text is anything else or does not fit.
std::optional<std::uint64_t> parseCount(std::string_view text);

/// A finite decimal number, in any locale; absent where the text is anything else.
std::optional<double> parseNumber(std::string_view text);

/// A date and a time of a record line as ISO 8601 where they are of a known form (`26/10/1994`,
/// `12-May-2020`, `8:26:04`), else as they stand.
std::string isoDateTime(std::string_view first, std::string_view second);

}  // namespace ecg::wfdb
