#pragma once

#include <cstdint>

namespace ecg::dicom {

/// A data element's tag: the group in the upper half, the element in the lower.
using Tag = std::uint32_t;

namespace tags {
constexpr Tag mediaStorageClass = 0x00020002;
constexpr Tag transferSyntax = 0x00020010;
constexpr Tag characterSet = 0x00080005;
constexpr Tag sopClass = 0x00080016;
constexpr Tag studyDate = 0x00080020;
constexpr Tag contentDate = 0x00080023;
constexpr Tag acquisitionDateTime = 0x0008002A;
constexpr Tag studyTime = 0x00080030;
constexpr Tag contentTime = 0x00080033;
constexpr Tag codeValue = 0x00080100;
constexpr Tag codingScheme = 0x00080102;
constexpr Tag codeMeaning = 0x00080104;
constexpr Tag patientName = 0x00100010;
constexpr Tag patientId = 0x00100020;
constexpr Tag birthDate = 0x00100030;
constexpr Tag sex = 0x00100040;
constexpr Tag age = 0x00101010;
constexpr Tag patientComments = 0x00104000;
constexpr Tag visitComments = 0x00384000;
constexpr Tag groupTimeOffset = 0x00181068;
constexpr Tag originality = 0x003A0004;
constexpr Tag channelCount = 0x003A0005;
constexpr Tag sampleCount = 0x003A0010;
constexpr Tag samplingFrequency = 0x003A001A;
constexpr Tag groupLabel = 0x003A0020;
constexpr Tag channelDefinitions = 0x003A0200;
constexpr Tag channelLabel = 0x003A0203;
constexpr Tag channelSource = 0x003A0208;
constexpr Tag sensitivity = 0x003A0210;
constexpr Tag sensitivityUnits = 0x003A0211;
constexpr Tag correctionFactor = 0x003A0212;
constexpr Tag baseline = 0x003A0213;
constexpr Tag timeSkew = 0x003A0214;
constexpr Tag sampleSkew = 0x003A0215;
constexpr Tag channelOffset = 0x003A0218;
constexpr Tag filterLow = 0x003A0220;
constexpr Tag filterHigh = 0x003A0221;
constexpr Tag notchFrequency = 0x003A0222;
constexpr Tag notchBandwidth = 0x003A0223;
constexpr Tag annotations = 0x0040B020;
constexpr Tag text = 0x00700006;
constexpr Tag waveforms = 0x54000100;
constexpr Tag bitsAllocated = 0x54001004;
constexpr Tag interpretation = 0x54001006;
constexpr Tag paddingValue = 0x5400100A;
constexpr Tag waveformData = 0x54001010;
constexpr Tag item = 0xFFFEE000;
constexpr Tag itemEnd = 0xFFFEE00D;
constexpr Tag sequenceEnd = 0xFFFEE0DD;
}  // namespace tags

}  // namespace ecg::dicom
