#include "preprocess/formats/mfer/filters.h"

#include <algorithm>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::mfer {
namespace {

constexpr std::size_t mostFilters = 16;

std::string kindOf(std::string_view word) {
  const std::string kind = text::lower(text::trim(word));
  return kind == "hpf"   ? "high-pass"
         : kind == "lpf" ? "low-pass"
         : kind == "bef" ? "band-stop"
                         : "";
}

/// The file's own words stay out of the sentence: they may say anything.
std::string describe(std::string_view contents) {
  const std::size_t equals = contents.find('=');
  if (equals == std::string_view::npos) return "a filter";
  const std::string kind = kindOf(contents.substr(0, equals));
  std::string_view value = contents.substr(equals + 1);
  value = text::trim(value.substr(0, value.find('^')));
  if (value.size() > 2 && text::lower(value.substr(value.size() - 2)) == "hz")
    value = text::trim(value.substr(0, value.size() - 2));
  const auto hertz = parseDecimal(value);
  if (kind.empty() || !hertz) return "a filter";
  return sentence({kind, " ", text::number(hertz->value), " Hz"});
}

}  // namespace

void FilterList::add(std::string_view contents) {
  contents = text::trim(contents.substr(0, 128));
  if (contents.empty()) return filters_.clear();
  std::string filter = describe(contents);
  if (filters_.size() < mostFilters &&
      std::find(filters_.begin(), filters_.end(), filter) == filters_.end())
    filters_.push_back(std::move(filter));
}

std::string FilterList::words() const {
  std::string out;
  for (const std::string& filter : filters_) out += (out.empty() ? "" : ", ") + filter;
  return out;
}

}  // namespace ecg::mfer
