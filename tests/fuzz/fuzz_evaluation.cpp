// Any text is read or refused with a ModelError, as a label table, a score table or a calibration;
// what is read is consistent, and what is written of it can be read again. The first byte chooses.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/error.h"
#include "models/evaluation/calibration.h"
#include "models/evaluation/label_table.h"
#include "models/evaluation/score_table.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void labels(std::string_view text) {
  const auto table = founder::readLabelTable(text);
  require(!table.rows.empty() && !table.labels.empty());
  for (const auto& row : table.rows)
    require(!row.names.empty() && row.outcomes.size() == table.labels.size());
}

void scores(std::string_view text) {
  const auto table = founder::readScoreTable(text);
  require(table.logits.size() == table.recordings.size() * table.head.labels.size());
  require(table.intact <= text.size());
  const auto again = founder::readScoreTable(text.substr(0, table.intact));
  require(again.recordings == table.recordings && again.intact == table.intact);
}

void calibration(const std::string& text) {
  const std::string written = founder::writeCalibration(founder::readCalibration(text));
  require(founder::writeCalibration(founder::readCalibration(written)) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    if (data[0] % 3 == 0) labels(text);
    if (data[0] % 3 == 1) scores(text);
    if (data[0] % 3 == 2) calibration(text);
  } catch (const founder::ModelError&) {
  }
  return 0;
}
