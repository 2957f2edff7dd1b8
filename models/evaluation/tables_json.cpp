#include "models/evaluation/tables_json.h"

#include "models/error.h"
#include "models/evaluation/aggregate.h"
#include "models/evaluation/label_table.h"
#include "models/evaluation/recording_name.h"
#include "models/evaluation/request.h"
#include "models/evaluation/score_table.h"
#include "models/quote.h"

namespace founder {
namespace {

Json keysOf(const std::vector<std::string>& names) {
  Json out = Json::array();
  for (const std::string& name : names) out.push_back(recordingKey(name));
  return out;
}

}  // namespace

std::string labelTableJson(const std::string& text) {
  const LabelTable table = readLabelTable(text);
  Json out = {{"format", table.format},
              {"labels", table.labels},
              {"recordings", Json::array()},
              {"problems", toJson(table.problems)}};
  for (const LabelRow& row : table.rows)
    out["recordings"].push_back({{"names", row.names}, {"keys", keysOf(row.names)}});
  return writeJson(out);
}

std::string scoreTableJson(const std::string& text) {
  const ScoreTable table = readScoreTable(text);
  return writeJson({{"model", table.head.model},
                    {"preset", table.head.preset},
                    {"aggregate", table.head.aggregate},
                    {"options", table.head.options},
                    {"labels", table.head.labels},
                    {"keys", keysOf(table.recordings)},
                    {"intact", table.intact}});
}

std::string scoreTableHeadOf(const std::string& json) {
  const Request request(json);
  const ScoreHead head = {request.text("model"), request.text("preset"), request.text("aggregate"),
                          request.text("options", ""), request.texts("labels")};
  aggregateFromName(head.aggregate);
  for (const std::string& value : {head.model, head.preset, head.options})
    if (value.find_first_of(";\r\n") != std::string::npos)
      throw ModelError("bad-option", "A score table's head cannot hold " + quote(value) +
                                         ": leave out its semicolon or line break.");
  return scoreTableHead(head);
}

std::string scoreTableRowOf(const std::string& recording, const std::vector<float>& logits,
                            std::size_t classes, const std::string& aggregate) {
  return scoreTableRow(recording, aggregateLogits(logits, classes, aggregateFromName(aggregate)));
}

}  // namespace founder
