#include "models/evaluation/problems_json.h"

namespace founder {

void writeProblems(JsonWriter& out, const std::vector<Problem>& problems) {
  out.beginList();
  for (const Problem& problem : problems) {
    out.beginObject().key("code").text(problem.code);
    if (!problem.recording.empty()) out.key("recording").text(problem.recording);
    if (!problem.label.empty()) out.key("label").text(problem.label);
    out.key("message").text(problem.message).end();
  }
  out.end();
}

}  // namespace founder
