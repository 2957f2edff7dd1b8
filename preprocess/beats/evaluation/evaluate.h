#pragma once

#include <optional>
#include <vector>

#include "preprocess/beats/evaluation/marks.h"
#include "preprocess/recording.h"

namespace ecg::evaluation {

/// One annotation file of a record.
struct AnnotatedLead {
  std::optional<std::size_t> lead;  ///< of the recording; none: the marks are of all leads
  WfdbAnnotations annotations;
};

struct Options {
  double windowSeconds = 0.150;  ///< EC57's
  /// In files of beats: at the start no beat counts; EC57 lets 300 s pass.
  double skipSeconds = 0;
};

/// Whose marks are compared.
enum class MarksOf { eachLead, nearestLead, allLeads };
inline constexpr std::size_t marksOfCount = 3;

/// `each lead`, `nearest lead`, `all leads`.
const char* marksOfName(MarksOf marks);

struct ComparedMarks {
  MarksOf marks = MarksOf::eachLead;
  MarkTallies tallies;
};

struct RecordTallies {
  Tally beats;
  std::vector<ComparedMarks> compared;
};

/// Compares the beats found in a recording, and their waves, with its annotations.
///
/// - One file of beats (MIT-BIH): every beat of the record (EC57), but for flutter, fibrillation
///   and the start.
/// - One file of waves (QT database, q1c): these cover the beats they mark and no others. Whether a
///   further QRS complex is extra cannot be told; a further P or T wave at a beat that is marked
///   is. The marks are those of `all leads` together and of the `nearest lead`.
/// - One file for each lead (LUDB): every beat from a lead's first mark to its last, `each lead` by
///   itself, with tallies of its own; the beats are those that at least half of the leads have.
///
/// @throws InputError `bad-option` for a window that is not 1 ms to 1 s or a negative start,
///   `no-annotations` where there is no file, or neither a beat nor a wave in them.
RecordTallies evaluateRecord(const Recording& recording, const Beats& beats,
                             const std::vector<AnnotatedLead>& annotated,
                             const Options& options = {});

}  // namespace ecg::evaluation
