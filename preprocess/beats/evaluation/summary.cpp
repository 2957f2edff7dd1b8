#include "preprocess/beats/evaluation/summary.h"

namespace ecg::evaluation {
namespace {

/// Of every record where these marks were compared; empty where there is none.
std::vector<const MarkTallies*> talliesOf(const std::vector<RecordTallies>& records,
                                          MarksOf marks) {
  std::vector<const MarkTallies*> tallies;
  for (const RecordTallies& record : records)
    for (const ComparedMarks& each : record.compared)
      if (each.marks == marks) tallies.push_back(&each.tallies);
  return tallies;
}

MarkSummary summarizeMark(const std::vector<const MarkTallies*>& records, std::size_t mark) {
  MarkSummary summary;
  Mean deviations;
  for (const MarkTallies* tallies : records) {
    summary.total.add((*tallies)[mark]);
    deviations.add((*tallies)[mark].deviation());
  }
  summary.meanDeviation = deviations.value();
  return summary;
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
  Mean sensitivities, ppvs;
  for (const RecordTallies& record : records) {
    summary.beats.add(record.beats);
    sensitivities.add(record.beats.sensitivity());
    ppvs.add(record.beats.ppv());
  }
  summary.averageSensitivity = sensitivities.value();
  summary.averagePpv = ppvs.value();
  for (std::size_t of = 0; of < marksOfCount; ++of) {
    const auto marks = static_cast<MarksOf>(of);
    const auto tallies = talliesOf(records, marks);
    if (tallies.empty()) continue;
    summary.compared.push_back({marks, {}});
    for (std::size_t mark = 0; mark < markCount; ++mark)
      summary.compared.back().summaries[mark] = summarizeMark(tallies, mark);
  }
  return summary;
}

}  // namespace ecg::evaluation
