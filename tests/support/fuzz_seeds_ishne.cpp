#include "tests/support/fuzz_seeds.h"
#include "tests/support/ishne_writer.h"

namespace ecg::test {

Seeds ishneSeeds() {
  IshneFile total, comments, faults, unscaled, annotations, uncounted;
  total.total = true;
  comments.comments = "comment";
  comments.birth = comments.recorded = {7, 6, 1950};
  comments.start = {1, 2, 3};
  faults.qualities = {2, 5};
  faults.pacemaker = 3;
  faults.checksum = false;
  unscaled.resolutions = {0, 0};
  unscaled.rate = 0;
  annotations.magic = "ANN  1.0";
  uncounted.countOffset = -3;
  const std::string plain = writeIshne({});
  return {{"plain.ecg", plain},
          {"total.ecg", writeIshne(total)},
          {"comments.ecg", writeIshne(comments)},
          {"faults.ecg", writeIshne(faults)},
          {"unscaled.ecg", writeIshne(unscaled)},
          {"uncounted.ecg", writeIshne(uncounted)},
          {"beats.ann", writeIshne(annotations)},
          {"cut.ecg", plain.substr(0, plain.size() - 3)},
          {"longer.ecg", plain + "more"}};
}

}  // namespace ecg::test
