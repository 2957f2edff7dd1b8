#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// A Kardia file to write. Blocks of samples come in the order given: "ecg " is lead I, "ecg2" II.
struct AtcFile {
  int version = 5;
  int rate = 300;
  int nanovolts = 500;
  int flags = 0;
  int kind = 1;
  std::vector<std::pair<std::string, std::vector<int>>> blocks = {{"ecg ", {0, -297, 393, 4893}}};
  std::vector<std::pair<int, int>> annotations;  ///< sample and beat type
  bool crc = false;                              ///< the checksums are CRC-32 and not sums
  bool info = true;
};

std::string writeAtc(const AtcFile& file);

/// A block with its checksum.
std::string atcBlock(const std::string& id, const std::string& data, bool crc = false);

/// Puts the right checksums into a file, as far as its blocks can be followed.
void repairAtc(std::string& bytes);

}  // namespace ecg::test
