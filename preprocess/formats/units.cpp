#include "preprocess/formats/units.h"

#include <string>

#include "preprocess/formats/text.h"

namespace ecg {

std::optional<double> millivoltsPer(std::string_view unit) {
  std::string name = text::lower(text::trim(unit));
  for (const std::string_view micro : {"\xC2\xB5", "\xCE\xBC", "\xB5"})
    if (name.compare(0, micro.size(), micro) == 0) name = "u" + name.substr(micro.size());
  if (name == "mv") return 1;
  if (name == "uv") return 1e-3;
  if (name == "nv") return 1e-6;
  if (name == "v") return 1e3;
  return std::nullopt;
}

}  // namespace ecg
