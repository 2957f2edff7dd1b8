#include "preprocess/formats/scp/rhythm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "preprocess/formats/questions.h"
#include "preprocess/formats/scp/bimodal.h"
#include "preprocess/formats/scp/lead_placement.h"
#include "preprocess/formats/scp/reference_beat.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::scp {
namespace {

/// All that the samples of a lead are made of.
struct Source {
  EncodedLeads rhythm;
  Encoding encoding;
  std::optional<EncodedLeads> beat;  ///< section 5, where a beat was subtracted or samples left out
  Beats beats;
  bool subtracted = false;  ///< a reference beat, from the rhythm data
  std::size_t factor = 1;   ///< of bimodal compression
  double microseconds = 0;  ///< between two samples at the full rate
};

[[noreturn]] void refuseCompression(const Record& record, const std::string& what) {
  reject("unsupported-compression",
         {record.file, " ", what, ", which cannot be read; export it without compression."});
}

void settleRate(const Record& record, const ReadOptions& options, Source& source) {
  source.microseconds = source.rhythm.microseconds;
  if (source.beat) {
    const double beat = source.beat->microseconds;
    const double ratio = beat > 0 ? source.rhythm.microseconds / beat : 0;
    const double factor = source.rhythm.bimodal ? std::round(ratio) : 1.0;
    if (factor < 1 || factor > 16 || std::fabs(ratio / factor - 1) > 0.01)
      refuseCompression(
          record, sentence({"has sampling intervals of ", text::number(beat), " and ",
                            text::number(source.rhythm.microseconds), " us in sections 5 and 6"}));
    source.factor = static_cast<std::size_t>(factor);
    source.microseconds = beat;
  }
  if (source.microseconds > 0) return;
  source.microseconds =
      1e6 / askedSamplingRate(record.file + " has a sampling interval of 0 in section 6", options);
}

Source readSource(const Record& record, const Leads& leads, const ReadOptions& options) {
  Source source;
  source.rhythm = readEncodedLeads(record, 6, leads.all.size());
  if (source.rhythm.huffman) source.encoding = readEncoding(record);
  const bool bimodal = source.rhythm.bimodal;
  if (leads.referenceBeat || bimodal)
    source.beats = readBeats(record, leads.referenceBeat, bimodal);
  source.subtracted =
      leads.referenceBeat && std::any_of(source.beats.all.begin(), source.beats.all.end(),
                                         [](const Beat& beat) { return beat.type == 0; });
  if (source.subtracted || bimodal) source.beat = readEncodedLeads(record, 5, leads.all.size());
  settleRate(record, options, source);
  return source;
}

/// That the bytes of a lead are encoded as the file says: integers fill them to the last, and
/// Huffman codes all but some padding.
void checkUse(const Record& record, const Source& source, const Numbers& numbers,
              std::size_t wanted, std::size_t index) {
  const std::size_t bytes = source.rhythm.leads[index].size;
  const std::size_t unused = bytes - numbers.bytes;
  const bool tooFew = source.encoding.isPlain() && numbers.values.size() < wanted;
  if (!tooFew && (unused <= 64 || unused <= bytes / 10)) return;
  record.refuse(sentence(
      {"lead ", index + 1, " has ", bytes, " bytes of samples in section 6, of which its ", wanted,
       " samples would take ", (tooFew ? "more" : std::to_string(numbers.bytes))}));
}

/// The samples of a lead in steps, at the full rate, as far as the file has them.
std::vector<double> stepsOf(const Record& record, const Source& source, const LeadSpan& span,
                            std::size_t index) {
  const BimodalLayout layout = {source.beats.protectedZones, source.factor, span.first, span.count};
  const std::size_t wanted = source.rhythm.bimodal ? layout.kept() : span.count;
  const Numbers numbers = decodeLead(record, source.rhythm, source.encoding, index, wanted);
  checkUse(record, source, numbers, wanted, index);
  // Writers may leave out the last, incomplete mean; more missing means another layout than told.
  if (source.rhythm.bimodal && numbers.values.size() + 16 < wanted)
    refuseCompression(record,
                      sentence({"holds ", numbers.values.size(), " samples of lead ", index + 1,
                                " where its bimodal compression "
                                "should have kept ",
                                wanted}));
  if (source.rhythm.bimodal) return expand(layout, numbers.values);
  return {numbers.values.begin(), numbers.values.end()};
}

/// One step of the rhythm data in nV.
double stepOf(const Record& record, const Leads& leads, const Source& source,
              const ReadOptions& options) {
  if (source.rhythm.nanovolts > 0) return source.rhythm.nanovolts;
  std::vector<float> first;
  if (!options.unitsPerMillivolt)
    for (const double step : stepsOf(record, source, leads.all.front(), 0))
      first.push_back(static_cast<float>(step));
  return 1e6 / askedUnitsPerMillivolt(
                   record.file + " does not say what a step of its samples is (section 6)", first,
                   options);
}

/// Every lead's samples in mV.
std::vector<std::vector<float>> samplesOf(const Record& record, const Leads& leads,
                                          const Source& source, double step) {
  std::optional<ReferenceBeat> reference;
  if (source.subtracted)
    reference = readReferenceBeat(record, *source.beat, source.encoding, source.beats);
  std::vector<std::vector<float>> out;
  for (std::size_t i = 0; i < leads.all.size(); ++i) {
    auto nanovolts = stepsOf(record, source, leads.all[i], i);
    for (double& value : nanovolts) value *= step;
    if (reference && !reference->addTo(leads.all[i], i, step, nanovolts))
      record.refuse("the beats of section 4 overlap each other");
    out.emplace_back();
    out.back().reserve(nanovolts.size());
    for (const double value : nanovolts) out.back().push_back(static_cast<float>(value / 1e6));
  }
  return out;
}

}  // namespace

void readRhythm(const Record& record, const Leads& leads, const ReadOptions& options,
                Recording& recording) {
  const Source source = readSource(record, leads, options);
  recording.samplingRate = 1e6 / source.microseconds;
  auto samples = samplesOf(record, leads, source, stepOf(record, leads, source, options));
  reportShortLeads(record, leads, source.rhythm.spare, samples, recording);
  const auto starts = placeLeads(record, leads, samples, recording);
  recording.samples.assign(leads.all.size() * recording.length,
                           std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < leads.all.size(); ++i) {
    std::copy(samples[i].begin(), samples[i].end(), recording.lead(i) + starts[i]);
    std::vector<float>().swap(samples[i]);
    recording.leads.push_back({canonicalLeadName(leads.all[i].name), leads.all[i].name, "mV"});
  }
  if (source.rhythm.bimodal && source.factor > 1)
    say(recording.diagnostics, "interpolated",
        {"Outside the QRS complexes the file holds one sample of ", source.factor,
         " (bimodal compression); the others are interpolated."});
}

}  // namespace ecg::scp
