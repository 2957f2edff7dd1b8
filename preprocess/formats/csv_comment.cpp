#include "preprocess/formats/csv_comment.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "preprocess/error.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::csv {
namespace {

bool isLetter(char c) { return c >= 'a' && c <= 'z'; }

/// Where the value begins: past the key's blanks, quotes, brackets, `:` and `=`, and `hz`.
std::string_view valueAfter(std::string_view rest) {
  while (!rest.empty()) {
    if (rest.substr(0, 2) == "hz") {
      rest.remove_prefix(2);
    } else if (std::string_view(" \t\"'()[]:=").find(rest.front()) != std::string_view::npos) {
      rest.remove_prefix(1);
    } else {
      break;
    }
  }
  return rest;
}

std::optional<double> valueOf(std::string_view rest) {
  rest = valueAfter(rest);
  const std::size_t end = std::min(rest.size(), rest.find_first_not_of("0123456789.e+-"));
  const auto decimal = parseDecimal(rest.substr(0, end));
  if (!decimal || !std::isfinite(decimal->value) || decimal->value <= 0) return std::nullopt;
  const bool kilo = text::trim(rest.substr(end)).substr(0, 3) == "khz";
  return decimal->value * (kilo ? 1000 : 1);
}

std::optional<double> rateOfComment(const std::string& comment) {
  std::string line = text::lower(comment);
  std::replace(line.begin(), line.end(), '_', ' ');
  for (std::string_view key :
       {"sampling rate", "sample rate", "samplingrate", "samplerate", "sampling frequency",
        "sample frequency", "samplingfrequency", "fs"}) {
    const std::size_t at = line.find(key);
    if (at == std::string::npos || (at > 0 && isLetter(line[at - 1]))) continue;
    if (const auto value = valueOf(std::string_view(line).substr(at + key.size()))) return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> rateOfComments(const std::string& file,
                                     const std::vector<std::string>& comments) {
  std::optional<double> stated;
  for (const std::string& comment : comments) {
    const auto rate = rateOfComment(comment);
    if (stated && rate && std::fabs(*rate / *stated - 1) > 0.01)
      reject("rate-mismatch", {file, " states two sampling rates, ", text::number(*stated), " and ",
                               text::number(*rate), " Hz; leave the right one in its comments."});
    if (!stated) stated = rate;
  }
  return stated;
}

}  // namespace ecg::csv
