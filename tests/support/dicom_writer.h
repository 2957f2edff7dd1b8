#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// How a DICOM file to write is encoded.
struct DicomEncoding {
  bool explicitVr = true;
  bool bigEndian = false;
  bool undefinedLengths = false;  ///< of sequences and items
  bool sequencesAsUn = false;     ///< explicit VR: sequences as UN, within them implicit VR
};

/// The pieces of a DICOM data set, each a whole data element.
class DicomEncoder {
 public:
  explicit DicomEncoder(DicomEncoding encoding) : encoding_(encoding) {}

  std::string element(std::uint32_t tag, const std::string& vr, std::string value) const;
  /// Text, padded to an even length; nothing where it is empty.
  std::string text(std::uint32_t tag, const std::string& vr, const std::string& value) const;
  std::string u16(std::uint32_t tag, unsigned value) const;
  std::string u32(std::uint32_t tag, std::uint32_t value) const;
  std::string sequence(std::uint32_t tag, const std::vector<std::string>& items) const;
  std::string number(std::uint64_t value, std::size_t bytes) const;
  /// How what is within a sequence is to be encoded.
  DicomEncoder inside() const;
  /// A sequence of one code.
  std::string code(std::uint32_t tag, const std::string& value, const std::string& scheme,
                   const std::string& meaning) const;

 private:
  DicomEncoding encoding_;
};

/// A channel to write; what is empty is left out.
struct DicomChannel {
  std::string code = "2:2", scheme = "MDC", meaning = "Lead II", label;
  std::string sensitivity = "2.5", unit = "uV", correction = "1", baseline = "0";
  std::string timeSkew, sampleSkew = "0", offset;
  std::string filterLow, filterHigh, notch, notchWidth;
  std::function<std::int64_t(int)> sample = [](int i) { return i % 1000 - 500; };
};

/// A multiplex group to write.
struct DicomGroup {
  std::string originality = "ORIGINAL", label = "RHYTHM", samplingFrequency = "500";
  int samples = 50;
  std::vector<DicomChannel> channels = {DicomChannel{}};
  int bits = 16;
  std::string interpretation = "SS";
  std::string dataVr = "OW";
  std::string padding;                 ///< the value's bytes
  std::uint32_t announcedSamples = 0;  ///< where not 0, instead of `samples`
  unsigned announcedChannels = 0;      ///< the same for the channels
  std::string moreData;                ///< bytes after the last sample
};

/// A waveform object to write. `before` and `annotations` are of whole elements and of items.
struct DicomFile {
  DicomEncoding encoding;
  bool preamble = true, meta = true;
  std::string transferSyntax;  ///< that of `encoding` where empty
  std::string sopClass = "1.2.840.10008.5.1.4.1.1.9.1.1";
  std::string characterSet = "ISO_IR 100";
  std::vector<std::pair<std::uint32_t, std::string>> texts;  ///< below group 0040, in order of tags
  std::vector<std::string> annotations;
  std::vector<DicomGroup> groups = {DicomGroup{}};
  bool waveforms = true;
  std::string after;  ///< bytes after the last element
};

/// The bytes of a DICOM file.
std::string writeDicom(const DicomFile& file);

}  // namespace ecg::test
