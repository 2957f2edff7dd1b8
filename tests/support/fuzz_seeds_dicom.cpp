#include "tests/support/dicom_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {
namespace {

DicomFile small(DicomEncoding encoding = {}) {
  DicomFile file;
  file.encoding = encoding;
  file.groups[0].samples = 6;
  return file;
}

DicomFile rich(DicomEncoding encoding) {
  DicomFile file = small(encoding);
  const DicomEncoder to = DicomEncoder(encoding).inside();
  file.annotations = {to.text(0x00700006, "ST", "SINUS RHYTHM\r\nNORMAL"),
                      to.code(0x0040A043, "5.10.2.1-3", "SCPECG", "RR Interval")};
  file.texts = {{0x0008002A, "20240203040506"}, {0x00100010, "A^B=C"}, {0x00101010, "042Y"}};
  DicomGroup& group = file.groups[0];
  DicomChannel& channel = group.channels[0];
  channel.filterLow = "0.05";
  channel.filterHigh = "150";
  channel.notch = "50";
  channel.sampleSkew = "1";
  group.padding = std::string(2, '\0');
  group.channels.push_back({});
  group.channels[1].code = "5.6.3-9-1";
  group.channels[1].scheme = "SCPECG";
  group.channels[1].meaning = "Lead V1";
  group.channels.push_back({});
  group.channels[2].code = group.channels[2].meaning = "";
  group.channels[2].unit = "mm[Hg]";
  file.groups.push_back(group);
  file.groups[1].label = "MEDIAN BEAT";
  file.groups[1].originality = "DERIVED";
  return file;
}

std::string typed(const char* interpretation, int bits, const char* vr) {
  DicomFile file = small();
  file.groups[0].interpretation = interpretation;
  file.groups[0].bits = bits;
  file.groups[0].dataVr = vr;
  file.groups[0].padding = std::string(static_cast<std::size_t>(bits == 32 ? 4 : 2), '\0');
  return writeDicom(file);
}

}  // namespace

Seeds dicomSeeds() {
  DicomFile bare = small();
  bare.preamble = bare.meta = false;
  DicomFile bareImplicit = bare;
  bareImplicit.encoding.explicitVr = false;
  DicomFile unscaled = small();
  unscaled.groups[0].channels[0].sensitivity = unscaled.groups[0].channels[0].unit = "";
  unscaled.groups[0].samplingFrequency = "";
  DicomFile image = small();
  image.waveforms = false;
  image.sopClass = "1.2.840.10008.5.1.4.1.1.2";
  DicomFile deflated = small();
  deflated.transferSyntax = "1.2.840.10008.1.2.1.99";
  DicomFile mislabelled = small();
  mislabelled.transferSyntax = "1.2.840.10008.1.2";
  mislabelled.groups[0].announcedSamples = 9;
  return {{"bare.dcm", writeDicom(bare)},
          {"bare_implicit.dcm", writeDicom(bareImplicit)},
          {"explicit.dcm", writeDicom(rich({true, false, false, false}))},
          {"explicit_open.dcm", writeDicom(rich({true, false, true, false}))},
          {"implicit.dcm", writeDicom(rich({false, false, false, false}))},
          {"implicit_open.dcm", writeDicom(rich({false, false, true, false}))},
          {"big_endian.dcm", writeDicom(rich({true, true, false, false}))},
          {"unknown.dcm", writeDicom(rich({true, false, true, true}))},
          {"8bit.dcm", typed("SB", 8, "OB")},
          {"unsigned_8bit.dcm", typed("UB", 8, "OB")},
          {"unsigned_16bit.dcm", typed("US", 16, "OW")},
          {"32bit.dcm", typed("SL", 32, "OL")},
          {"mu_law.dcm", typed("MB", 8, "OB")},
          {"unscaled.dcm", writeDicom(unscaled)},
          {"image.dcm", writeDicom(image)},
          {"deflated.dcm", writeDicom(deflated)},
          {"mislabelled.dcm", writeDicom(mislabelled)}};
}

}  // namespace ecg::test
