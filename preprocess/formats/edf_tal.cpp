#include "preprocess/formats/edf_tal.h"

#include <algorithm>

#include "preprocess/formats/decimal.h"

namespace ecg::edf {
namespace {

constexpr char endOfText = '\x14';
constexpr char beforeDuration = '\x15';

std::optional<double> onsetOf(std::string_view list) {
  const std::string_view onset = list.substr(0, list.find_first_of("\x14\x15"));
  if (onset.size() < 2 || (onset[0] != '+' && onset[0] != '-')) return std::nullopt;
  const auto decimal = parseDecimal(onset);
  if (!decimal || decimal->mark == DecimalMark::comma) return std::nullopt;
  return decimal->value;
}

}  // namespace

Annotations parseAnnotations(std::string_view bytes) {
  Annotations result;
  bool first = true;
  while (!bytes.empty()) {
    const std::string_view list = bytes.substr(0, bytes.find('\0'));
    bytes.remove_prefix(std::min(bytes.size(), list.size() + 1));
    if (list.empty()) {
      first = false;
      continue;
    }
    const auto onset = onsetOf(list);
    std::size_t at = list.find(endOfText);
    if (!onset || at == std::string_view::npos) {
      first = false;
      continue;
    }
    const bool timekeeping = first && at + 1 < list.size() && list[at + 1] == endOfText &&
                             list.find(beforeDuration) > at;
    if (timekeeping) result.recordOnset = onset;
    while (++at < list.size()) {
      const std::size_t end = std::min(list.size(), list.find(endOfText, at));
      if (end > at) ++result.texts;
      at = end;
    }
    first = false;
  }
  return result;
}

}  // namespace ecg::edf
