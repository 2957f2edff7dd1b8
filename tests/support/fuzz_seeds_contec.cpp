#include "tests/support/contec_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {

Seeds contecSeeds() {
  ContecFile limbs, empty, other;
  limbs.rows.assign(2, {2000, 2100, 0x6800, 0x6800, 0x6800, 0x6800, 0x6800, 0x6800});
  empty.rows.assign(2, std::vector<int>(8, 0x6800));
  other.zeros = 36;
  return {{"plain.ECG", writeContec({})},
          {"limbs.ECG", writeContec(limbs)},
          {"empty.ECG", writeContec(empty)},
          {"other.ECG", writeContec(other)}};
}

}  // namespace ecg::test
