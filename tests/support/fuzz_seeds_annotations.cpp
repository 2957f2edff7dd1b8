#include "tests/support/fuzz_seeds.h"
#include "tests/support/put_bytes.h"
#include "tests/support/wfdb_annotation_writer.h"

namespace ecg::test {

Seeds annotationSeeds() {
  std::vector<WfdbAnnotation> fields = {annotationOf(9, '+', "(AFIB"), annotationOf(2000, 'N'),
                                        annotationOf(1500, '~')};
  fields[1].number = 3;
  fields[1].channel = 1;
  fields[2].subtype = -1;
  std::vector<WfdbAnnotation> waves = waveOf(10, 20, 30, 'p');
  for (const auto& wave : {waveOf(60, 70, 80, 'N', 1), waveOf(120, 140, 160, 't', 2)})
    waves.insert(waves.end(), wave.begin(), wave.end());
  return {{"empty.atr", writeWfdbAnnotations({})},
          {"fields.atr", writeWfdbAnnotations(fields)},
          {"waves.q1c", writeWfdbAnnotations(waves)},
          {"flutter.atr", writeWfdbAnnotations({annotationOf(1, 'N'), annotationOf(400, '['),
                                                annotationOf(500, '!'), annotationOf(800, ']'),
                                                annotationOf(1000, 'V')})},
          {"rate.atr", writeWfdbAnnotations({annotationOf(0, '"', "## time resolution: 720"),
                                             annotationOf(300, '/')})},
          {"code.atr", putNumber(55 << 10, 2)},
          {"aha.atr", putText(std::string("\0N", 2), 16)}};
}

}  // namespace ecg::test
