#include "preprocess/formats/sierra/rhythm.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/base64.h"
#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/sierra/layout.h"
#include "preprocess/formats/sierra/limb_leads.h"
#include "preprocess/formats/sierra/xli.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/int16_samples.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/formats/xml/signals.h"
#include "preprocess/leads/names.h"

namespace ecg::sierra {
namespace {

/// Each lead's numbers as stored; those of Plain may have a fraction.
using Numbers = std::vector<std::vector<float>>;

/// The samples of all leads, lead after lead, to one vector each.
template <typename T>
Numbers split(const std::vector<T>& all, const Layout& layout, const std::string& file) {
  const std::size_t leads = layout.names.size();
  const std::size_t length = layout.length.value_or(all.size() / leads);
  if (length == 0 || all.size() / leads < length)
    reject("truncated", {file, " has ", all.size(), " samples for ", leads, " leads of ", length,
                         "; get the original file."});
  if (all.size() % length)
    reject("bad-header", {file, " has ", all.size(), " samples, which are not whole leads of ",
                          length, "; get the original file."});
  Numbers out;
  for (std::size_t lead = 0; lead < leads; ++lead) {
    const auto* from = all.data() + lead * length;
    out.emplace_back(from, from + length);
  }
  return out;
}

Numbers fromXli(const xml::Element& waveforms, const Layout& layout, const std::string& file,
                Recording& recording) {
  constexpr std::size_t always = 1 << 22, times = 64;
  const auto bytes = decodeBase64(waveforms.text(), file);
  if (!layout.length)
    reject("bad-header", {file,
                          " does not say how long its leads are "
                          "(durationperchannel); get the original file."});
  const std::size_t samples = *layout.length * layout.names.size();
  if (samples > always && samples / times > bytes.size())
    reject("bad-header",
           {file, " says that its leads have ", *layout.length, " samples each, far more than ",
            bytes.size(), " bytes hold (durationperchannel); get the original file."});
  XliLeads xli = decodeXli(bytes, layout.names.size(), *layout.length, file);
  restoreLimbLeads(layout.names, xli.samples, file);
  if (xli.further)
    say(recording.diagnostics, "other-channels",
        {xli.further, (xli.further == 1 ? " channel" : " channels"),
         " after the named leads were not read."});
  Numbers out;
  for (const auto& lead : xli.samples) out.emplace_back(lead.begin(), lead.end());
  return out;
}

Numbers numbersOf(const xml::Element& waveforms, const Layout& layout, const std::string& file,
                  Recording& recording) {
  if (layout.coding == Coding::xli) return fromXli(waveforms, layout, file, recording);
  if (layout.coding == Coding::int16)
    return split(xml::int16Samples(decodeBase64(waveforms.text(), file), file), layout, file);
  const auto all = xml::readNumbers(waveforms.text(), xml::ListSeparator::blanks, {}, file);
  return split(all, layout, file);
}

/// The cardiograph ends a recording with a pulse that calibrates all leads at once: the same
/// samples in each of them, which no heart makes.
void markCalibration(const Numbers& leads, Recording& recording) {
  constexpr double least = 0.1;  // seconds
  const double samplingRate = recording.samplingRate;
  if (leads.size() < 2) return;
  const auto& first = leads.front();
  std::size_t start = first.size();
  while (start > 0 && std::all_of(leads.begin() + 1, leads.end(), [&](const auto& lead) {
           return lead[start - 1] == first[start - 1];
         }))
    --start;
  const auto from = first.begin() + static_cast<std::ptrdiff_t>(start);
  if (static_cast<double>(first.size() - start) < least * samplingRate ||
      std::all_of(from, first.end(), [&](float x) { return x == *from; }))
    return;
  recording.ecgLength = start;
  say(recording.diagnostics, "calibration-pulse",
      {"From ", text::number(static_cast<double>(start) / samplingRate), " s to the end (sample ",
       start + 1,
       " on) every lead has the same samples, a pulse that calibrates them and no ECG."});
}

std::string filtersOf(const xml::Element& waveforms, const xml::Element& signal) {
  const auto of = [&](const char* name) {
    const auto attribute = waveforms.attribute(name);
    return (attribute ? *attribute : signal.child(name).text()).substr(0, 16);
  };
  const std::string high = of("hipass"), low = of("lowpass");
  std::vector<std::string> filters;
  if (!high.empty() && high != "0") filters.push_back("high-pass " + high + " Hz");
  if (!low.empty() && low != "0") filters.push_back("low-pass " + low + " Hz");
  if (text::lower(of("notchfiltered")) == "true") {
    const std::string notch = of("notchfilterfreqs"), mains = signal.child("acsetting").text();
    filters.push_back("notch " + (notch.empty() || notch == "0" ? mains.substr(0, 16) : notch) +
                      " Hz");
  }
  const std::string band = signal.child("signalbandwidth").text();
  if (filters.empty() && !band.empty() &&
      text::lower(waveforms.attribute("filterflag").value_or("")) == "true")
    filters.push_back("band " + band.substr(0, 16) + " Hz");
  return text::listOf(filters);
}

void reportOffset(const xml::Element& waveforms, const xml::Element& signal,
                  std::vector<Diagnostic>& diagnostics) {
  const auto attribute = waveforms.attribute("signaloffset");
  const std::string offset = attribute ? *attribute : signal.child("signaloffset").text();
  if (offset.empty() || offset == "0") return;
  say(diagnostics, "offset-not-applied",
      {"The file has a signaloffset of ", text::quoted(offset),
       ", whose sense is not known and which was not "
       "applied."});
}

}  // namespace

void readRhythm(const std::string& file, const xml::Element& waveforms, const xml::Element& signal,
                const ReadOptions& options, Recording& recording) {
  const Layout layout = readLayout(waveforms, signal, options, file);
  recording.samplingRate = layout.samplingRate;
  const Numbers numbers = numbersOf(waveforms, layout, file, recording);
  const double perMillivolt =
      layout.microvolts
          ? 1000
          : askedUnitsPerMillivolt(file + " does not say the resolution of its samples",
                                   numbers.front(), options);
  const double step = layout.microvolts.value_or(1) / perMillivolt;
  std::vector<xml::Signal> signals;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    signals.emplace_back();
    signals.back().lead.storedName = layout.names[i];
    signals.back().lead.name = canonicalLeadName(layout.names[i]);
    for (const float number : numbers[i])
      signals.back().samples.push_back(static_cast<float>(number * step));
  }
  reportFilters(filtersOf(waveforms, signal), recording);
  reportOffset(waveforms, signal, recording.diagnostics);
  markCalibration(numbers, recording);
  xml::putSignals(file, std::move(signals), options, recording);
}

}  // namespace ecg::sierra
