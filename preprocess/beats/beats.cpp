#include "preprocess/beats/beats.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/envelope.h"
#include "preprocess/beats/lead_marks.h"
#include "preprocess/beats/qrs_peaks.h"
#include "preprocess/beats/wave_search.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

struct LeadBeat {
  std::optional<Marks> p, qrs, t;
};

/// P and T alone: each QRS is bridged by a line.
Scale withoutQrs(const double* x, std::size_t n, const std::vector<Span>& qrs) {
  std::vector<double> rest(x, x + n);
  constexpr std::size_t margin = beatSamples(0.006);
  for (const Span& span : qrs) {
    const std::size_t from = span.from - std::min(span.from, margin);
    const std::size_t to = std::min(n - 1, span.to + margin);
    for (std::size_t i = from + 1; i < to; ++i)
      rest[i] = x[from] + (x[to] - x[from]) * static_cast<double>(i - from) /
                              static_cast<double>(to - from);
  }
  return coarseScale(rest.data(), n);
}

std::vector<Span> qrsSpans(const std::vector<double>& steep, const std::vector<std::size_t>& centres) {
  std::vector<Span> spans;
  for (std::size_t b = 0; b < centres.size(); ++b) {
    const std::size_t from = b == 0 ? 0 : (centres[b - 1] + centres[b]) / 2;
    const std::size_t to = b + 1 == centres.size() ? steep.size() : (centres[b] + centres[b + 1]) / 2;
    spans.push_back(qrsSpan(steep, centres[b], {from, to}));
  }
  return spans;
}

/// Where T waves are looked for.
WaveSearch tSearch(const std::vector<std::size_t>& centres, const std::vector<Span>& qrs,
                   std::size_t length) {
  constexpr double tSpread = 0.04;
  constexpr double tRisen = 0.45, tFallen = 0.3;
  WaveSearch search{{}, {}, tSpread, {tRisen, tFallen}};
  for (std::size_t b = 0; b < centres.size(); ++b) {
    const std::size_t rr = b + 1 < centres.size() ? centres[b + 1] - centres[b]
                           : b > 0                ? centres[b] - centres[b - 1]
                                                  : beatSamples(1);
    std::size_t end = centres[b] + std::min(beatSamples(0.7), beatSamples(0.05) + rr * 62 / 100);
    if (b + 1 < centres.size()) end = std::min(end, qrs[b + 1].from);
    search.spans.push_back({qrs[b].to + beatSamples(0.01), std::min(end, length)});
    search.origins.push_back(qrs[b].to);
  }
  return search;
}

/// Where P waves are looked for: after the T wave before.
WaveSearch pSearch(const std::vector<Span>& qrs, const std::vector<std::size_t>& tOffsets) {
  constexpr std::size_t reach = beatSamples(0.32), clear = beatSamples(0.01);
  constexpr double pSpread = 0.025;
  constexpr double pRisen = 0.45, pFallen = 0.55;
  WaveSearch search{{}, {}, pSpread, {pRisen, pFallen}};
  for (std::size_t b = 0; b < qrs.size(); ++b) {
    std::size_t start = qrs[b].from > reach ? qrs[b].from - reach : 0;
    if (b > 0) start = std::max(start, tOffsets[b - 1]);
    search.spans.push_back({start, qrs[b].from - std::min(qrs[b].from, clear)});
    search.origins.push_back(qrs[b].from);
  }
  return search;
}

/// The median over leads of where the waves of each beat end; `none` where there are none.
std::vector<std::size_t> offsetsOf(const std::vector<std::vector<std::optional<Marks>>>& waves,
                                   std::size_t beats) {
  std::vector<std::size_t> out;
  for (std::size_t b = 0; b < beats; ++b) {
    std::vector<std::size_t> offsets;
    for (const auto& lead : waves)
      if (lead[b]) offsets.push_back(lead[b]->offset);
    std::sort(offsets.begin(), offsets.end());
    out.push_back(offsets.empty() ? 0 : offsets[offsets.size() / 2]);
  }
  return out;
}

std::vector<std::vector<LeadBeat>> delineate(const Signal& signal, const std::vector<Scale>& fine,
                                             const std::vector<std::size_t>& centres,
                                             const std::vector<Span>& spans) {
  const std::size_t n = signal.length;
  const std::size_t slack = beatSamples(0.01);
  std::vector<Scale> coarse;
  for (std::size_t l = 0; l < signal.leads; ++l) coarse.push_back(withoutQrs(signal.lead(l), n, spans));
  const auto t = searchWaves(coarse, tSearch(centres, spans, n));
  const auto p = searchWaves(coarse, pSearch(spans, offsetsOf(t, centres.size())));
  std::vector<std::vector<LeadBeat>> out(signal.leads, std::vector<LeadBeat>(centres.size()));
  for (std::size_t l = 0; l < signal.leads; ++l)
    for (std::size_t b = 0; b < centres.size(); ++b)
      out[l][b] = {p[l][b], qrsMarks(fine[l], centres[b], {spans[b].from - std::min(spans[b].from, slack), std::min(n, spans[b].to + slack)}), t[l][b]};
  return out;
}

/// The place that divides the weights of all at `part`.
std::size_t weightedQuantile(std::vector<std::pair<std::size_t, double>> places, double part) {
  std::sort(places.begin(), places.end());
  double total = 0, sum = 0;
  for (const auto& place : places) total += place.second;
  for (const auto& place : places)
    if ((sum += place.second) >= part * total) return place.first;
  return places.back().first;
}

/// A wave as all leads together have it, weighted by its height in each.
std::optional<Marks> together(const std::vector<std::vector<LeadBeat>>& leads, std::size_t beat,
                              std::optional<Marks> LeadBeat::*wave, bool p) {
  constexpr double pEarly = 0.4, pLate = 0.6, tEarly = 0.4, tLate = 0.6;
  std::vector<std::pair<std::size_t, double>> onsets, peaks, offsets;
  for (const auto& lead : leads) {
    const std::optional<Marks>& marks = lead[beat].*wave;
    if (!marks) continue;
    onsets.emplace_back(marks->onset, marks->height);
    peaks.emplace_back(marks->peak, marks->height);
    offsets.emplace_back(marks->offset, marks->height);
  }
  if (peaks.empty()) return std::nullopt;
  return Marks{weightedQuantile(onsets, p ? pEarly : tEarly), weightedQuantile(peaks, 0.5),
               weightedQuantile(offsets, p ? pLate : tLate)};
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// How irregular the rhythm is: the median change from one RR interval to the next, over the median
/// interval.
double irregularity(const std::vector<std::size_t>& centres) {
  std::vector<double> intervals, changes;
  for (std::size_t b = 1; b < centres.size(); ++b)
    intervals.push_back(static_cast<double>(centres[b] - centres[b - 1]));
  for (std::size_t i = 1; i < intervals.size(); ++i)
    changes.push_back(std::abs(intervals[i] - intervals[i - 1]));
  const double usual = median(intervals);
  return usual > 0 ? median(changes) / usual : 0;
}

/// Drops what is no P wave: all, where the places before the QRS do not agree from beat to beat, as
/// in atrial fibrillation; single ones far from the others.
void dropOtherThanP(std::vector<std::optional<Marks>>& p, const std::vector<Span>& qrs,
                    const std::vector<std::size_t>& centres) {
  constexpr double agreeWithin = 0.02 * beatRate, farthest = 0.12 * beatRate;
  constexpr double irregular = 0.08, agreeRegular = 0.38, agreeIrregular = 0.58;
  constexpr double byChance = 1.2;  // beats
  std::vector<double> places;
  for (std::size_t b = 0; b < p.size(); ++b)
    if (p[b]) places.push_back(static_cast<double>(qrs[b].from) - static_cast<double>(p[b]->peak));
  // The place that most agree on.
  std::size_t most = 0;
  double usual = 0;
  for (const double place : places) {
    const auto agree = static_cast<std::size_t>(
        std::count_if(places.begin(), places.end(),
                      [&](double other) { return std::abs(place - other) < agreeWithin; }));
    if (agree > most) most = agree, usual = place;
  }
  const double share = places.empty() ? 0 : static_cast<double>(most) / places.size();
  const bool any = share >= byChance / std::max<double>(1, places.size()) + (irregularity(centres) > irregular ? agreeIrregular : agreeRegular);
  for (std::size_t b = 0; b < p.size(); ++b) {
    if (!p[b]) continue;
    const double place = static_cast<double>(qrs[b].from) - static_cast<double>(p[b]->peak);
    if (!any || std::abs(place - usual) > farthest) p[b].reset();
  }
}

Wave seconds(const std::optional<Marks>& marks, double start) {
  Wave wave;
  if (!marks) return wave;
  wave.onset = start + static_cast<double>(marks->onset) / beatRate;
  wave.peak = start + static_cast<double>(marks->peak) / beatRate;
  wave.offset = start + static_cast<double>(marks->offset) / beatRate;
  return wave;
}

}  // namespace

Beats findBeats(const Recording& recording) {
  Beats out;
  const Stretches stretches(recording);
  for (std::size_t s = 0; s < stretches.count(); ++s) {
    const Stretch stretch = stretches.cut(s);
    const Signal& signal = stretch.signal;
    const auto centres = qrsPeaks(qrsEnvelope(signal));
    std::vector<Scale> fine;
    for (std::size_t l = 0; l < signal.leads; ++l) fine.push_back(fineScale(signal.lead(l), signal.length));
    const std::vector<Span> spans = qrsSpans(steepness(fine), centres);
    auto delineated = delineate(signal, fine, centres, spans);
    std::vector<std::optional<Marks>> pTogether;
    for (std::size_t b = 0; b < centres.size(); ++b)
      pTogether.push_back(together(delineated, b, &LeadBeat::p, true));
    dropOtherThanP(pTogether, spans, centres);
    std::vector<bool> own;
    for (std::size_t c : centres) {
      const double at = stretch.startSeconds + static_cast<double>(c) / beatRate;
      own.push_back(at >= stretch.ownFrom && at < stretch.ownTo);
    }
    out.leads.resize(stretch.leads.size());
    const std::size_t before = out.all.size();
    for (bool o : own)
      if (o) out.all.emplace_back();
    for (std::size_t l = 0; l < stretch.leads.size(); ++l) {
      out.leads[l].lead = stretch.leads[l];
      const auto& beats = delineated[l];
      std::size_t at = before;
      for (std::size_t b = 0; b < beats.size(); ++b) {
        if (!own[b]) continue;
        BeatWaves w{seconds(pTogether[b] ? beats[b].p : std::nullopt, stretch.startSeconds), seconds(beats[b].qrs, stretch.startSeconds),
                    seconds(beats[b].t, stretch.startSeconds)};
        out.leads[l].waves.push_back(w);
        if (l == 0) {out.all[at].waves = w;
        out.all[at].waves.p = seconds(pTogether[b], stretch.startSeconds);
        out.all[at].waves.t = seconds(together(delineated, b, &LeadBeat::t, false), stretch.startSeconds);
        out.all[at].waves.qrs.peak = seconds(together(delineated, b, &LeadBeat::qrs, false), stretch.startSeconds).peak;
out.all[at].waves.qrs.onset=stretch.startSeconds+spans[b].from/beatRate;
        out.all[at].waves.qrs.offset=stretch.startSeconds+spans[b].to/beatRate;}
        ++at;
      }
    }
  }
  return out;
}

}  // namespace ecg
