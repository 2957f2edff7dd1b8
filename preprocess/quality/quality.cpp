#include "preprocess/quality/quality.h"

#include <algorithm>
#include <cmath>

#include "preprocess/quality/reasons.h"
#include "preprocess/quality/window.h"

namespace ecg {
namespace quality {
namespace {

constexpr double windowSeconds = 10;
constexpr double mostWindows = 360, mostLeadWindows = 4320;
constexpr double rareShare = 0.1;  // of the windows: what is rarer does not count

/// The leads in mV of a recording.
struct Source {
  const Recording& recording;
  std::vector<std::size_t> leads;
  std::vector<double> qrs;  ///< ascending
};

Source sourceOf(const Recording& recording, const std::vector<double>& qrs) {
  Source source = {recording, {}, {}};
  const bool held = recording.samples.size() >= recording.leads.size() * recording.length;
  for (std::size_t l = 0; l < recording.leads.size() && held; ++l)
    if (recording.leads[l].unit == "mV") source.leads.push_back(l);
  std::copy_if(qrs.begin(), qrs.end(), std::back_inserter(source.qrs),
               [](double time) { return std::isfinite(time); });
  std::sort(source.qrs.begin(), source.qrs.end());
  return source;
}

/// Where the windows begin, samples, and how long each is.
struct Windows {
  std::vector<std::size_t> starts;
  std::size_t length = 0;
};

Windows windowsOf(const Source& source) {
  const double length = static_cast<double>(source.recording.ecgSamples());
  const double rate = source.recording.samplingRate;
  if (!(rate > 0) || !std::isfinite(rate) || source.leads.empty() || source.recording.length == 0)
    return {};
  const double fitting = std::max(1.0, std::round(length / rate / windowSeconds));
  const double size = std::min(length, std::max(1.0, std::floor(length / fitting)));
  const double leads = static_cast<double>(source.leads.size());
  const double count =
      std::min({fitting, mostWindows, std::max(1.0, std::floor(mostLeadWindows / leads))});
  Windows windows;
  windows.length = static_cast<std::size_t>(size);
  for (double k = 0; k < count; ++k)
    windows.starts.push_back(
        static_cast<std::size_t>(count > 1 ? std::floor((length - size) * k / (count - 1)) : 0));
  return windows;
}

Window cut(const Source& source, std::size_t start, std::size_t length) {
  Window window;
  const Recording& recording = source.recording;
  for (const std::size_t lead : source.leads) {
    window.leads.push_back({recording.lead(lead) + start, length, recording.samplingRate});
    window.names.push_back(recording.leads[lead].name);
  }
  const double begin = static_cast<double>(start) / recording.samplingRate;
  const double end = begin + static_cast<double>(length) / recording.samplingRate;
  for (auto time = std::lower_bound(source.qrs.begin(), source.qrs.end(), begin);
       time != source.qrs.end() && *time < end; ++time)
    window.qrs.push_back(*time - begin);
  return window;
}

/// The middle one of what a member is in the windows.
template <typename Member>
Member middle(const std::vector<WindowQuality>& windows, std::size_t lead,
              Member LeadQuality::*member) {
  std::vector<Member> values;
  for (const WindowQuality& window : windows) values.push_back(window.leads[lead].*member);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

bool often(std::size_t count, std::size_t windows) {
  return count > 0 && static_cast<double>(count) >= rareShare * static_cast<double>(windows);
}

/// `counts` of windows with each verdict.
Verdict together(const std::size_t (&counts)[3]) {
  const std::size_t all = counts[0] + counts[1] + counts[2];
  if (all == 0 || 2 * counts[2] >= all) return Verdict::unusable;
  return often(counts[1] + counts[2], all) ? Verdict::usable : Verdict::good;
}

LeadQuality leadTogether(const std::vector<WindowQuality>& windows, std::size_t lead) {
  LeadQuality out = windows[0].leads[lead];
  for (const auto member :
       {&LeadQuality::missing, &LeadQuality::range, &LeadQuality::clipped, &LeadQuality::wander,
        &LeadQuality::noise, &LeadQuality::noisy, &LeadQuality::mains, &LeadQuality::mainsHz,
        &LeadQuality::qrs, &LeadQuality::likeness, &LeadQuality::snr})
    out.*member = middle(windows, lead, member);
  out.beats = middle(windows, lead, &LeadQuality::beats);
  out.flatSeconds = out.step = out.steps = 0;
  std::size_t verdicts[3] = {};
  for (const WindowQuality& window : windows) {
    const LeadQuality& part = window.leads[lead];
    out.flatSeconds = std::max(out.flatSeconds, part.flatSeconds);
    out.step = std::max(out.step, part.step);
    out.steps += part.steps;
    ++verdicts[static_cast<std::size_t>(part.verdict)];
  }
  out.verdict = together(verdicts);
  return out;
}

/// The findings of all windows, each kind of each lead once, in the order of the kinds; those that
/// are rare are left out.
std::vector<Complaint> complaintsOf(const std::vector<WindowQuality>& windows,
                                    const std::vector<LeadQuality>& leads) {
  const std::size_t kinds = static_cast<std::size_t>(Defect::count), columns = leads.size() + 1;
  std::vector<Complaint> all(kinds * columns);
  for (Complaint& complaint : all) complaint.windows = 0;
  for (const WindowQuality& window : windows)
    for (const Finding& finding : window.findings) {
      const std::size_t column = finding.lead == wholeRecording ? leads.size() : finding.lead;
      Complaint& complaint = all[static_cast<std::size_t>(finding.defect) * columns + column];
      const bool first = complaint.windows++ == 0;
      if (first || finding.figure > complaint.finding.figure) complaint.finding = finding;
    }
  std::vector<Complaint> kept;
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
               [&](const Complaint& one) { return often(one.windows, windows.size()); });
  return kept;
}

Quality together(const Source& source, const std::vector<WindowQuality>& windows) {
  Quality quality;
  quality.windows = windows.size();
  std::size_t verdicts[3] = {};
  for (const WindowQuality& window : windows) ++verdicts[static_cast<std::size_t>(window.verdict)];
  quality.verdict = together(verdicts);
  quality.unusableWindows = verdicts[static_cast<std::size_t>(Verdict::unusable)];
  Judged judged;
  judged.windows = windows.size();
  double loudest = 0;
  for (std::size_t l = 0; l < source.leads.size(); ++l) {
    judged.names.push_back(source.recording.leads[source.leads[l]].name);
    quality.leads.push_back(leadTogether(windows, l));
    LeadQuality& lead = quality.leads.back();
    lead.lead = source.leads[l];
    if (lead.mainsHz > 0 && lead.mains > loudest) {
      loudest = lead.mains;
      quality.mainsHz = lead.mainsHz;
    }
  }
  quality.reasons = reasonsFor(complaintsOf(windows, quality.leads), judged);
  return quality;
}

}  // namespace
}  // namespace quality

const char* verdictName(Verdict verdict) {
  static constexpr const char* names[] = {"good", "usable", "unusable"};
  return names[static_cast<std::size_t>(verdict)];
}

Quality assessQuality(const Recording& recording, const std::vector<double>& qrsSeconds) {
  using namespace quality;
  const Source source = sourceOf(recording, qrsSeconds);
  const Windows windows = windowsOf(source);
  std::vector<WindowQuality> judged;
  for (const std::size_t start : windows.starts)
    judged.push_back(judge(cut(source, start, windows.length)));
  if (!judged.empty()) return together(source, judged);
  Quality none;
  none.verdict = Verdict::unusable;
  none.reasons = reasonsFor({{{Defect::noSignal}}}, {});
  return none;
}

}  // namespace ecg
