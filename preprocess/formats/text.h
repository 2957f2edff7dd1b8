#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::text {

/// The bytes as characters, for as long as the bytes live.
std::string_view view(ByteView bytes);

/// Without blanks and control characters at either end.
std::string_view trim(std::string_view text);

/// ASCII lower case.
std::string lower(std::string_view text);

/// The text of a file as UTF-8: unchanged where it is UTF-8 already, else read as Latin-1. Control
/// characters become blanks.
std::string utf8(std::string_view stored);

/// A piece of a file for an error message: at most 24 characters, in double quotes.
std::string quoted(std::string_view stored);

/// The lines of a text, trimmed, without those that are blank.
std::vector<std::string_view> lines(std::string_view text);

/// Names for a sentence, at most twelve of them: "I, II and 3 more".
std::string listOf(const std::vector<std::string>& names);

/// A number for a sentence, with a decimal point in any locale: "250", "513.625", "0.25".
std::string number(double value, int digits = 6);

}  // namespace ecg::text
