#pragma once

#include <string>
#include <vector>

namespace ecg::test {

/// An ISHNE file to write: digital samples lead by lead, and what the header says of them.
struct IshneFile {
  std::string magic = "ISHNE1.0";
  std::vector<std::vector<int>> samples = {{1, -2, 3}, {-32768, 32767, 0}};
  std::vector<int> specs = {6, 11};
  std::vector<int> qualities = {1, 1};
  std::vector<int> resolutions = {2500, 1000};  ///< nV
  int rate = 200;
  int pacemaker = 0;
  bool total = false;   ///< the sample count is that of all leads
  int countOffset = 0;  ///< added to the sample count
  std::string firstName, lastName, id, recorder, comments;
  int sex = 0;
  std::vector<int> birth = {-9, -9, -9}, recorded = {-9, -9, -9}, start = {-9, -9, -9};
  bool checksum = true;
};

std::string writeIshne(const IshneFile& file);

/// Puts the right checksum into a file, where its header allows that.
void repairIshne(std::string& bytes);

}  // namespace ecg::test
