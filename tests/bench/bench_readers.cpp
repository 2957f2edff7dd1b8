// Prints the MB/s of every reader on the same ECG of a minute, twelve leads, as JSON. With a folder
// the files are written there too, for the peers.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/every_format.h"
#include "tests/support/file_bytes.h"
#include "tests/support/owned_files.h"

namespace {

double secondsToRead(const ecg::FileSet& files) {
  using Clock = std::chrono::steady_clock;
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 7; ++i) {
    const auto start = Clock::now();
    ecg::readRecording(files);
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return best;
}

}  // namespace

int main(int count, char** values) {
  const auto all = ecg::test::everyFormat(ecg::test::steppedEcg(30000));
  nlohmann::json out;
  for (const auto& [name, bytes] : all) {
    if (count > 1)
      founder::test::FileSink(std::string(values[1]) + "/" + name)
          .write(bytes.data(), bytes.size());
    if (name == "ecg.dat") continue;
    ecg::test::OwnedFiles files;
    files.add(name, bytes);
    std::size_t size = bytes.size();
    if (name == "ecg.hea") {
      files.add(all[1].first, all[1].second);
      size += all[1].second.size();
    }
    const double seconds = secondsToRead(files.set());
    out[name] = {{"bytes", size}, {"ms", 1e3 * seconds}, {"mbps", size / seconds / 1e6}};
  }
  std::cout << out.dump() << "\n";
}
