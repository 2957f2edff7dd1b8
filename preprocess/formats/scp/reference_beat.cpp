#include "preprocess/formats/scp/reference_beat.h"

#include <algorithm>
#include <cmath>

namespace ecg::scp {

ReferenceBeat readReferenceBeat(const Record& record, const EncodedLeads& encoded,
                                const Encoding& encoding, const Beats& beats) {
  ReferenceBeat reference;
  reference.nanovolts = encoded.nanovolts;
  reference.fiducial = beats.referenceFiducial;
  const auto wanted =
      static_cast<std::size_t>(std::ceil(beats.referenceMs * 1000 / encoded.microseconds));
  for (std::size_t i = 0; i < encoded.leads.size(); ++i)
    reference.leads.push_back(decodeLead(record, encoded, encoding, i, wanted).values);
  for (const Beat& beat : beats.all) {
    if (beat.type != 0) continue;
    if (beat.zone.first == 0 || beat.zone.last < beat.zone.first)
      record.refuse("a beat of section 4 ends before it begins");
    reference.subtracted.push_back(beat);
  }
  return reference;
}

bool ReferenceBeat::addTo(const LeadSpan& span, std::size_t index, double stepNanovolts,
                          std::vector<double>& samples) const {
  const auto& beat = leads[index];
  const double step = nanovolts > 0 ? nanovolts : stepNanovolts;
  std::size_t covered = 0;
  for (const Beat& at : subtracted) {
    const std::size_t from = std::max(at.zone.first, span.first);
    const std::size_t to = std::min(at.zone.last + 1, span.first + samples.size());
    if (to > from) covered += to - from;
    if (covered > 2 * samples.size()) return false;
    for (std::size_t sample = from; sample < to; ++sample) {
      // Sample `fiducial` of the beat lies at the beat's fiducial point in the rhythm data.
      const std::size_t ahead = sample + fiducial;
      if (ahead <= at.fiducial || ahead - at.fiducial > beat.size()) continue;
      samples[sample - span.first] += beat[ahead - at.fiducial - 1] * step;
    }
  }
  return true;
}

}  // namespace ecg::scp
