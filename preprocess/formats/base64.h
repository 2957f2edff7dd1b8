#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ecg {

/// The bytes of a base64 text (RFC 4648, section 4). Blanks and line breaks may stand anywhere; the
/// padding at the end may be left out.
///
/// @param file its name, for the message.
/// @throws InputError `bad-base64` for any other character, for characters after the padding, and
///   for a length that no bytes have, naming the character's place in `text`, counted from 1.
std::vector<std::uint8_t> decodeBase64(std::string_view text, const std::string& file);

}  // namespace ecg
