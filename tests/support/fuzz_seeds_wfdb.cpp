#include "tests/support/fuzz_seeds_wfdb.h"

#include <algorithm>
#include <array>

#include "tests/support/flac_writer.h"
#include "tests/support/wfdb_writer.h"

namespace ecg::test {
namespace {

constexpr std::array<const char*, 8> names = {"r.hea", "r.dat", "s.hea",   "s.dat",
                                              "l.hea", "r.mat", "d/r.dat", "x.txt"};

std::string text(const std::vector<std::uint8_t>& bytes) {
  return std::string(bytes.begin(), bytes.end());
}

std::string pack(const std::vector<std::pair<int, std::string>>& files) {
  std::string out;
  for (const auto& [name, content] : files) {
    out += static_cast<char>(name);
    out += static_cast<char>(content.size() & 0xFF);
    out += static_cast<char>(content.size() >> 8);
    out += content;
  }
  return out;
}

std::string signalSeed(int format) {
  const Samples samples = ramp(31, leastSample(format) / 8, greatestSample(format) / 8);
  const std::string f = std::to_string(format);
  const std::string header = "r 2 360 31 10:00:00 01/02/2003\nr.dat " + f +
                             " 200(0)/mV 12 0 0 0 0 I\nr.dat " + f +
                             ":2 1e3/uV 12 0 0 7 0 II\n# age: 50\n# sex: F\n";
  return pack({{0, header}, {1, text(encodeWfdb(format, interleave({samples, samples})))}});
}

std::string frameSeed() {
  const Samples slow = ramp(10, -100, 100);
  const Samples fast = ramp(40, -100, 100);
  return pack({{0, "r 2 125\r\nr.dat 16x4+3 0 12 0 0 0 0 ECG\r\nr.dat 16 20(-16)/mmHg\r\n"},
               {1, "abc" + text(encodeWfdb(16, interleave({fast, slow}, {4, 1})))}});
}

std::string flacSeed(unsigned bits) {
  FlacOptions options;
  options.bits = bits;
  options.blockSize = 16;
  options.statedLength = bits == 16 ? 0 : 40;
  const std::string format = std::to_string(500 + bits);
  const std::string header = "r 2 360 18\nr.dat " + format + "x2+4 200(0)/mV 12 0 0 0 0 I\nr.dat " +
                             format + "x2:2 1e3/uV 12 0 0 7 0 II\n";
  return pack({{0, header}, {1, text(encodeFlac({ramp(40, -99, 99), ramp(40, -9, 9)}, options))}});
}

std::string segmentSeed(bool variable) {
  const Samples samples = ramp(20, -500, 500);
  const std::string master =
      variable ? "l/4 2 100 50\ns 0\nr 20\n~ 10\nr 20\n" : "l/2 1 100\nr 20\nr 20\n";
  return pack({{4, master},
               {2, "s 2 100 0\n~ 0 200/mV 0 0 0 0 0 II\n~ 0 200/mV 0 0 0 0 0 V\n"},
               {0, "r 1 100 20\nr.dat 212 200/mV 12 0 0 0 0 V\n"},
               {1, text(encodeWfdb(212, samples))}});
}

std::string matSeed() {
  const char start[] = {30, 0, 0, 0, 1, 0, 0, 0, 5,   0,   0,   0,
                        0,  0, 0, 0, 4, 0, 0, 0, 'v', 'a', 'l', 0};
  return pack({{0, "r 1 500 5\nr.mat 16+24 1000/mv 16 0 0 0 0 aVR\n#Age: NaN\n#Sex: Male\n"},
               {5, std::string(start, sizeof start) + text(encodeWfdb(16, ramp(5, -9, 9)))}});
}

}  // namespace

OwnedFiles unpackWfdb(const std::uint8_t* data, std::size_t size) {
  OwnedFiles files;
  while (size >= 3) {
    const std::size_t length = std::min<std::size_t>(data[1] | data[2] << 8, size - 3);
    files.add(names[data[0] % names.size()],
              std::vector<std::uint8_t>(data + 3, data + 3 + length));
    data += 3 + length;
    size -= 3 + length;
  }
  return files;
}

std::vector<std::pair<std::string, std::string>> wfdbSeeds() {
  std::vector<std::pair<std::string, std::string>> seeds;
  for (int format : {8, 16, 24, 32, 61, 80, 160, 212, 310, 311})
    seeds.emplace_back("wfdb-format" + std::to_string(format), signalSeed(format));
  for (unsigned bits : {8, 16, 24})
    seeds.emplace_back("wfdb-format" + std::to_string(500 + bits), flacSeed(bits));
  seeds.emplace_back("wfdb-frames", frameSeed());
  seeds.emplace_back("wfdb-fixed", segmentSeed(false));
  seeds.emplace_back("wfdb-variable", segmentSeed(true));
  seeds.emplace_back("wfdb-mat", matSeed());
  return seeds;
}

}  // namespace ecg::test
