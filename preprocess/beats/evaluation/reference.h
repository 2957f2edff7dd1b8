#pragma once

#include <vector>

#include "preprocess/beats/beat.h"
#include "preprocess/beats/evaluation/match.h"
#include "preprocess/formats/wfdb_annotations.h"

namespace ecg::evaluation {

enum class WaveKind { p, qrs, t, other };

/// A wave that somebody marked, seconds; a boundary that was not marked is NaN.
struct ReferenceWave {
  WaveKind kind = WaveKind::other;
  Wave wave;
};

/// Seconds from the start.
struct Interval {
  double from = 0, to = 0;
};

/// @param intervals sorted, none of them overlapping
bool within(const std::vector<Interval>& intervals, double time);

/// Beats that somebody marked, sorted, and where the ventricles flutter or fibrillate.
struct ReferenceBeats {
  Times times;
  std::vector<Interval> fibrillation;  ///< sorted, none of them overlapping
};

/// True for the annotations that mean a beat: N L R B A a J S V r F e j n E / f Q ?, the QRS
/// annotations of the WFDB table of codes, which EC57 compares.
bool isBeat(char symbol);

/// The beats outside flutter and fibrillation. These last from `[` to `]` or, in a file without
/// such marks, from a rhythm that begins with "(VF" to the next rhythm; an open one to the end.
ReferenceBeats referenceBeats(const WfdbAnnotations& annotations, double samplingRate);

/// The P waves, QRS complexes and T waves that are marked by `(`, a peak (`p`, a beat, `t`) and
/// `)`, in the order of the peaks in the file. `(` or `)` may be missing, as at the T waves of the
/// QT database; a peak up to 20 ms outside its marks, as at some QS complexes of LUDB, belongs to
/// them.
std::vector<ReferenceWave> referenceWaves(const WfdbAnnotations& annotations, double samplingRate);

/// The beats that at least half of the leads with beats have marked within 150 ms; the time is the
/// median of the leads.
Times beatsOfLeads(const std::vector<std::vector<ReferenceWave>>& leads);

}  // namespace ecg::evaluation
