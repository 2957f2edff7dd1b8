// Writes one ECG of 10 s in every format (tests/support/every_format.h) and as all.zip:
// write_recordings FOLDER. With --holter FILE HOURS a three-channel ISHNE Holter file instead.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "tests/support/every_format.h"
#include "tests/support/file_bytes.h"
#include "tests/support/ishne_writer.h"
#include "tests/support/numpy_writer.h"

namespace {

void write(const std::string& path, const std::string& bytes) {
  founder::test::FileSink(path).write(bytes.data(), bytes.size());
}

/// Three channels at 250 Hz that go on with the same beats.
std::string holter(int hours) {
  const auto ecg = ecg::test::steppedEcg(400);
  ecg::test::IshneFile file;
  file.rate = 250;
  file.specs = {12, 14, 6};
  file.qualities = {1, 1, 1};
  file.resolutions = {5000, 5000, 5000};
  file.samples.assign(3, {});
  const std::size_t length = static_cast<std::size_t>(hours) * 3600 * 250;
  for (std::size_t channel = 0; channel < 3; ++channel) {
    file.samples[channel].reserve(length);
    for (std::size_t t = 0; t < length; ++t)
      file.samples[channel].push_back(ecg.steps[channel][2 * t % 400]);
  }
  return writeIshne(file);
}

}  // namespace

int main(int count, char** values) {
  const std::string first = count > 1 ? values[1] : "";
  if (count == 4 && first == "--holter") {
    write(values[2], holter(std::atoi(values[3])));
    return 0;
  }
  if (count != 2) {
    std::cerr << "write_recordings FOLDER | --holter FILE HOURS\n";
    return 2;
  }
  std::filesystem::create_directories(first);
  const auto all = ecg::test::everyFormat(ecg::test::steppedEcg(5000));
  for (const auto& [name, bytes] : all) write(first + "/" + name, bytes);
  write(first + "/all.zip", ecg::test::writeZip({all, true, false}));
}
