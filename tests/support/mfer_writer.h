#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::test {

/// Makes MFER definitions in either byte order.
class MferWriter {
 public:
  explicit MferWriter(bool big = true) : big_(big) {}

  /// A definition with these contents.
  static std::string item(int tag, const std::string& contents);
  /// The attributes of a channel, from 0 on; of stated or indefinite length.
  static std::string channel(int index, const std::string& contents, bool indefinite = false);
  /// A whole number of so many bytes.
  std::string number(int tag, std::int64_t value, std::size_t size) const;
  /// mantissa x 10^exponent of a unit: a sampling interval (11) or a resolution (12).
  std::string scaled(int tag, int unit, int exponent, std::int64_t mantissa,
                     std::size_t size = 2) const;
  std::string lead(int code, const std::string& text = "") const;
  /// MWF_BLE.
  std::string order() const { return item(1, std::string(1, big_ ? '\0' : '\1')); }
  /// MWF_WAV with 16-bit samples.
  std::string wave(const std::vector<int>& samples) const;
  std::string bytes(std::int64_t value, std::size_t size) const;

 private:
  bool big_;
};

/// A frame of 16-bit samples to write as a whole file.
struct MferFile {
  bool big = true;
  bool preamble = true;
  std::vector<int> codes = {1, 2};  ///< of the leads, two bytes each
  int block = 2;                    ///< samples
  /// Of each sequence the blocks of every channel.
  std::vector<int> samples = {1, 2, 10, 20, 3, -32768, 30, 40};
  std::string extra;   ///< definitions before the channels'
  std::string before;  ///< definitions before the waveform
  std::string after;   ///< whatever follows the waveform
  int interval = 2;    ///< ms
  int resolution = 5;  ///< uV; 0 leaves it out
};

std::string writeMfer(const MferFile& file);

}  // namespace ecg::test
