#include "preprocess/beats/evaluation/summary.h"

namespace ecg::evaluation {
namespace {

ComparedSummary& comparedAs(std::vector<ComparedSummary>& all, const std::string& marks) {
  for (ComparedSummary& each : all)
    if (each.marks == marks) return each;
  all.push_back({marks, {}});
  return all.back();
}

MarkSummary summarizeMark(const std::vector<RecordTallies>& records, const std::string& marks,
                          std::size_t mark) {
  std::vector<Tally> tallies;
  std::vector<std::optional<double>> deviations;
  for (const RecordTallies& record : records)
    for (const ComparedMarks& each : record.compared)
      if (each.marks == marks) {
        tallies.push_back(each.tallies[mark]);
        deviations.push_back(each.tallies[mark].deviation());
      }
  return {sum(tallies), meanOf(deviations)};
}

}  // namespace

const std::array<PublishedMark, markCount>& publishedMarks() {
  constexpr auto none = std::nullopt;
  static const std::array<PublishedMark, markCount> published = {{
      {"P onset", 10.2, 2.0, 14.8},
      {"P peak", none, 3.6, 13.2},
      {"P offset", 12.7, 1.9, 12.8},
      {"QRS onset", 6.5, 4.6, 7.7},
      {"R peak", none, none, none},
      {"QRS offset", 11.6, 0.8, 8.7},
      {"T onset", none, none, none},
      {"T peak", none, 0.2, 13.9},
      {"T offset", 30.6, -1.6, 18.1},
  }};
  return published;
}

Summary summarize(const std::vector<RecordTallies>& records) {
  Summary summary;
  std::vector<Tally> beats;
  std::vector<std::optional<double>> sensitivities, ppvs;
  for (const RecordTallies& record : records) {
    beats.push_back(record.beats);
    sensitivities.push_back(record.beats.sensitivity());
    ppvs.push_back(record.beats.ppv());
    for (const ComparedMarks& each : record.compared) comparedAs(summary.compared, each.marks);
  }
  summary.beats = sum(beats);
  summary.averageSensitivity = meanOf(sensitivities);
  summary.averagePpv = meanOf(ppvs);
  for (ComparedSummary& each : summary.compared)
    for (std::size_t mark = 0; mark < markCount; ++mark)
      each.summaries[mark] = summarizeMark(records, each.marks, mark);
  return summary;
}

}  // namespace ecg::evaluation
