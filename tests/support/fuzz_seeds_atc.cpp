#include "tests/support/atc_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {

Seeds atcSeeds() {
  AtcFile leads, marked, unscaled;
  leads.info = false;
  leads.crc = true;
  leads.flags = 126;
  leads.blocks.push_back({"ecg2", {1, 2, 3}});
  leads.blocks.push_back({"ecgc", {1, 2, 3, 4, 5}});
  marked.info = false;
  marked.annotations = {{1, 1}, {3, 2}};
  marked.blocks.push_back({"avg ", {1}});
  marked.blocks.push_back({"ecg ", {1}});
  unscaled.info = false;
  unscaled.nanovolts = unscaled.rate = 0;
  const std::string plain = writeAtc({});
  return {{"plain.atc", plain},
          {"leads.atc", writeAtc(leads)},
          {"marked.atc", writeAtc(marked)},
          {"unscaled.atc", writeAtc(unscaled)},
          {"cut.atc", plain.substr(0, plain.size() - 6)}};
}

}  // namespace ecg::test
