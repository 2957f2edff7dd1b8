#pragma once

#include <optional>
#include <vector>

#include "preprocess/beats/evaluation/evaluate.h"

namespace ecg::evaluation {

/// What others published of a mark, ms; none where they did not.
struct PublishedMark {
  const char* name;  ///< "P onset"
  /// Two standard deviations between cardiologists: the CSE Working Party's tolerances,
  /// Eur Heart J 1985;6:815-825.
  std::optional<double> cseTwoDeviations;
  /// The detector wavedet on the QT database: Martinez et al., IEEE Trans Biomed Eng
  /// 2004;51:570-581. Its deviation is the mean of the records'.
  std::optional<double> wavedetMean, wavedetDeviation;
};

/// By mark.
const std::array<PublishedMark, markCount>& publishedMarks();

struct MarkSummary {
  Tally total;  ///< over all records: its deviation is that of all errors pooled
  /// The mean of the annotation files' own deviations, as Martinez et al. state theirs (a record of
  /// the QT database has one, of LUDB one for each lead), ms.
  std::optional<double> meanDeviation;
};

struct ComparedSummary {
  MarksOf marks = MarksOf::eachLead;
  std::array<MarkSummary, markCount> summaries;
};

struct Summary {
  Tally beats;  ///< EC57's gross statistics: every beat counts alike
  std::optional<double> averageSensitivity, averagePpv;  ///< EC57's: every record counts alike
  std::vector<ComparedSummary> compared;
};

Summary summarize(const std::vector<RecordTallies>& records);

}  // namespace ecg::evaluation
