#pragma once

#include <string>
#include <vector>

namespace ecg::test {

/// A case of a Contec ECG90A to write: rows of II, III, V1 to V6 in steps around 2048.
struct ContecFile {
  std::vector<std::vector<int>> rows = {{2048, 2049, 2050, 2051, 2052, 2053, 2054, 2055},
                                        {2248, 1848, 0, 4095, 0x6800, 2048, 2048, 2048}};
  std::string number = "0000011", time = "2020-11-12 18:09:05", name = "Muster";
  int sex = 1, age = 51;
  std::size_t zeros = 37;  ///< at the end
};

std::string writeContec(const ContecFile& file);

}  // namespace ecg::test
