#include "preprocess/beats/delineate.h"

#include <algorithm>
#include <utility>

#include "preprocess/beats/p_coherence.h"
#include "preprocess/beats/p_waves.h"
#include "preprocess/beats/statistics.h"
#include "preprocess/beats/wave_search.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

using Waves = std::vector<std::vector<std::optional<Marks>>>;  // [lead][beat]

std::vector<Span> qrsSpans(const std::vector<Scale>& fine,
                           const std::vector<std::size_t>& centres) {
  const std::vector<double> steep = steepness(fine);
  std::vector<Span> spans;
  for (std::size_t b = 0; b < centres.size(); ++b) {
    const bool last = b + 1 == centres.size();
    const std::size_t from = b == 0 ? 0 : (centres[b - 1] + centres[b]) / 2;
    const std::size_t to = last ? steep.size() : (centres[b] + centres[b + 1]) / 2;
    spans.push_back(qrsSpan(steep, centres[b], {from, to}));
  }
  return spans;
}

/// P and T alone: each QRS is bridged by a line.
Scale withoutQrs(const double* x, std::size_t n, const std::vector<Span>& qrs) {
  std::vector<double> rest(x, x + n);
  constexpr std::size_t margin = beatSamples(0.006);
  for (const Span& span : qrs) {
    const std::size_t from = span.from - std::min(span.from, margin);
    const std::size_t to = std::min(n - 1, span.to + margin);
    const double step =
        (x[to] - x[from]) / static_cast<double>(std::max<std::size_t>(1, to - from));
    for (std::size_t i = from + 1; i < to; ++i)
      rest[i] = x[from] + step * static_cast<double>(i - from);
  }
  return coarseScale(rest.data(), n);
}

/// Where T waves are looked for: up to 62 % of the RR interval.
WaveSearch tSearch(const std::vector<std::size_t>& centres, const std::vector<Span>& qrs,
                   std::size_t length) {
  constexpr double tSpread = 0.04, tRisen = 0.45, tFallen = 0.22;
  constexpr std::size_t clear = beatSamples(0.01), longest = beatSamples(0.7);
  WaveSearch search{{}, {}, tSpread, {tRisen, tFallen}};
  for (std::size_t b = 0; b < centres.size(); ++b) {
    const bool last = b + 1 == centres.size();
    const std::size_t interval = !last   ? centres[b + 1] - centres[b]
                                 : b > 0 ? centres[b] - centres[b - 1]
                                         : beatSamples(1);
    const std::size_t reach = std::min(longest, beatSamples(0.05) + interval * 62 / 100);
    const std::size_t end = std::min(centres[b] + reach, last ? length : qrs[b + 1].from);
    search.spans.push_back({qrs[b].to + clear, end});
    search.origins.push_back(qrs[b].to);
  }
  return search;
}

using Weighted = std::vector<std::pair<std::size_t, double>>;

/// The place that divides the weights of all at `part`.
std::size_t weightedQuantile(Weighted places, double part) {
  std::sort(places.begin(), places.end());
  double total = 0, sum = 0;
  for (const auto& place : places) total += place.second;
  for (const auto& place : places)
    if ((sum += place.second) >= part * total) return place.first;
  return places.back().first;
}

/// A wave of a beat as all leads together have it, weighted by its height in each.
std::optional<Marks> together(const Waves& leads, std::size_t beat) {
  constexpr double early = 0.4, middle = 0.5, late = 0.6;
  Weighted onsets, peaks, offsets;
  double height = 0;
  for (const auto& lead : leads) {
    const std::optional<Marks>& marks = lead[beat];
    if (!marks) continue;
    onsets.emplace_back(marks->onset, marks->height);
    peaks.emplace_back(marks->peak, marks->height);
    offsets.emplace_back(marks->offset, marks->height);
    height = std::max(height, marks->height);
  }
  if (peaks.empty()) return std::nullopt;
  return Marks{weightedQuantile(onsets, early), weightedQuantile(peaks, middle),
               weightedQuantile(offsets, late), height};
}

std::vector<std::optional<Marks>> allTogether(const Waves& leads, std::size_t beats) {
  std::vector<std::optional<Marks>> out;
  for (std::size_t b = 0; b < beats; ++b) out.push_back(together(leads, b));
  return out;
}

/// A lead's marks, its onset and offset moved half way to those of all leads together.
std::optional<Marks> moderated(const std::optional<Marks>& lead, const std::optional<Marks>& all) {
  if (!lead || !all) return std::nullopt;
  Marks marks = *lead;
  constexpr double toAll = 0.4;
  marks.onset = std::min(marks.peak, static_cast<std::size_t>(toAll * double(all->onset) +
                                                              (1 - toAll) * double(marks.onset)));
  marks.offset = std::max(marks.peak, static_cast<std::size_t>(toAll * double(all->offset) +
                                                               (1 - toAll) * double(marks.offset)));
  return marks;
}

/// Drops the T waves that the end of the stretch cuts: where the others have theirs is beyond it.
void dropCutT(std::vector<std::optional<Marks>>& t, const std::vector<std::size_t>& centres,
              std::size_t length) {
  std::vector<double> ends;
  for (std::size_t b = 0; b < t.size(); ++b)
    if (t[b]) ends.push_back(static_cast<double>(t[b]->offset - centres[b]));
  const double usual = median(ends);
  for (std::size_t b = 0; b < t.size(); ++b)
    if (t[b] && static_cast<double>(centres[b]) + usual >= static_cast<double>(length))
      t[b].reset();
}

Waves qrsWaves(const std::vector<Scale>& fine, const std::vector<std::size_t>& centres,
               const std::vector<Span>& spans) {
  Waves waves;
  for (const Scale& lead : fine) {
    waves.emplace_back();
    for (std::size_t b = 0; b < centres.size(); ++b)
      waves.back().push_back(qrsMarks(lead, centres[b], spans[b]));
  }
  return waves;
}

}  // namespace

Delineation delineate(const Signal& signal, const std::vector<std::size_t>& centres) {
  Delineation out;
  for (std::size_t l = 0; l < signal.leads; ++l)
    out.fine.push_back(fineScale(signal.lead(l), signal.length));
  const std::vector<Span> spans = qrsSpans(out.fine, centres);
  std::vector<Scale> coarse;
  for (std::size_t l = 0; l < signal.leads; ++l)
    coarse.push_back(withoutQrs(signal.lead(l), signal.length, spans));

  const std::size_t beats = centres.size();
  const Waves qrs = qrsWaves(out.fine, centres, spans);
  const Waves t = searchWaves(coarse, tSearch(centres, spans, signal.length));
  auto tTogether = allTogether(t, beats);
  dropCutT(tTogether, centres, signal.length);
  const Waves p = searchWaves(coarse, pSearch(spans, tTogether));
  auto pTogether = allTogether(p, beats);
  dropOtherThanP(pTogether, spans);

  for (std::size_t b = 0; b < beats; ++b) {
    const auto r = together(qrs, b);
    out.together.push_back({pTogether[b], r, tTogether[b]});
    if (!r) continue;
    const auto [from, to] = spans[b];
    out.together[b].qrs = Marks{from, std::clamp(r->peak, from, to), to, r->height};
  }
  if (!sameBeforeQrs(coarse, out.together, spans))
    for (BeatMarks& beat : out.together) beat.p.reset();
  for (std::size_t l = 0; l < signal.leads; ++l) {
    out.leads.emplace_back();
    for (std::size_t b = 0; b < beats; ++b)
      out.leads[l].push_back(
          {moderated(p[l][b], pTogether[b]), qrs[l][b], moderated(t[l][b], tTogether[b])});
  }
  return out;
}

}  // namespace ecg
