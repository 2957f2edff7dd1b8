#include <map>

#include "models/evaluation/label_table.h"
#include "models/evaluation/recording_name.h"
#include "models/quote.h"

namespace founder {
namespace {

/// Takes what `from` knows over; false where the two contradict.
bool merge(LabelRow& into, const LabelRow& from) {
  for (std::size_t i = 0; i < into.outcomes.size(); ++i) {
    if (into.outcomes[i] == Outcome::unknown) {
      into.outcomes[i] = from.outcomes[i];
    } else if (from.outcomes[i] != Outcome::unknown && from.outcomes[i] != into.outcomes[i]) {
      return false;
    }
  }
  return true;
}

struct Kept {
  LabelRow row;
  std::size_t times = 1;
  bool contradicts = false;
};

}  // namespace

void mergeDuplicates(LabelTable& table) {
  std::vector<Kept> kept;
  std::map<std::string, std::size_t> places;
  for (LabelRow& row : table.rows) {
    const auto [found, isNew] = places.emplace(recordingKey(row.names[0]), kept.size());
    if (isNew) {
      kept.push_back({std::move(row)});
      continue;
    }
    Kept& first = kept[found->second];
    ++first.times;
    if (!first.contradicts) first.contradicts = !merge(first.row, row);
  }
  table.rows.clear();
  for (Kept& entry : kept) {
    const std::string name = entry.row.names[0];
    const std::string listed = quote(name) + " is listed " + std::to_string(entry.times) + " times ";
    if (entry.contradicts) {
      table.problems.push_back({"contradicting-recording",
                                listed + "with contradicting labels: it is left out.", name, ""});
      continue;
    }
    if (entry.times > 1)
      table.problems.push_back(
          {"duplicate-recording", listed + "in the label table: it is used once.", name, ""});
    table.rows.push_back(std::move(entry.row));
  }
}

}  // namespace founder
