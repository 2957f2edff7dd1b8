#include "models/evaluation/tables_json.h"

#include "models/error.h"
#include "models/evaluation/aggregate.h"
#include "models/evaluation/label_table.h"
#include "models/evaluation/problems_json.h"
#include "models/evaluation/recording_name.h"
#include "models/evaluation/request.h"
#include "models/evaluation/score_table.h"
#include "models/quote.h"

namespace founder {
namespace {

std::vector<std::string> keysOf(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) out.push_back(recordingKey(name));
  return out;
}

}  // namespace

std::string labelTableJson(const std::string& text) {
  const LabelTable table = readLabelTable(text);
  JsonWriter out(JsonWriter::Layout::indented);
  out.beginObject().key("format").text(table.format).key("labels").texts(table.labels);
  out.key("recordings").beginList();
  for (const LabelRow& row : table.rows)
    out.beginObject().key("names").texts(row.names).key("keys").texts(keysOf(row.names)).end();
  out.end().key("problems");
  writeProblems(out, table.problems);
  return out.end().bytes() + "\n";
}

std::string scoreTableJson(const std::string& text) {
  const ScoreTable table = readScoreTable(text);
  JsonWriter out(JsonWriter::Layout::indented);
  out.beginObject().key("model").text(table.head.model).key("preset").text(table.head.preset);
  out.key("aggregate").text(table.head.aggregate).key("options").text(table.head.options);
  out.key("labels").texts(table.head.labels).key("keys").texts(keysOf(table.recordings));
  return out.key("intact").count(table.intact).end().bytes() + "\n";
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
