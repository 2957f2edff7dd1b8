#include "tests/support/fuzz_seeds.h"
#include "tests/support/muse_writer.h"

namespace ecg::test {
namespace {

MuseFile two() {
  MuseFile file;
  MuseWaveform median;
  median.type = "Median";
  median.leads[0].samples = {1, 2};
  file.waveforms.insert(file.waveforms.begin(), median);
  file.waveforms[1].leads.push_back({"V1", {5, 6, 7}, {}});
  return file;
}

MuseFile described() {
  MuseFile file;
  file.patient =
      "<PatientID>1</PatientID><PatientAge>2</PatientAge><AgeUnits>DAYS</AgeUnits>"
      "<DateofBirth>06-30-1969</DateofBirth><Gender>MALE</Gender>"
      "<PatientLastName>M\xFC</PatientLastName><PatientFirstName>E</PatientFirstName>";
  file.test = "<AcquisitionTime>10:05:44</AcquisitionTime><TestReason>a</TestReason>";
  file.diagnosis = {{"a", false}, {"b", true}, {"Confirmed by c", true}};
  file.original = {{"d", true}};
  file.more = "<QRSTimesTypes><QRS/></QRSTimesTypes>";
  file.waveforms[0].more = "<PaceSpikes><IndexOffsets>1 2</IndexOffsets></PaceSpikes>";
  return file;
}

MuseFile noted() {
  MuseFile file;
  file.waveforms[0].leads[0].samples = {32767, -32768};
  file.waveforms[0].leads[0].set = {{"LeadOff", "TRUE"},
                                    {"BaselineSway", "TRUE"},
                                    {"FirstSampleBaseline", "1"},
                                    {"LeadDataCRC32", "1"}};
  return file;
}

MuseFile unitless() {
  MuseFile file;
  file.waveforms[0].leads[0].set = {{"LeadAmplitudeUnits", ""}, {"LeadAmplitudeUnitsPerBit", ""}};
  file.waveforms[0].base = "";
  return file;
}

}  // namespace

Seeds museSeeds() {
  return {{"plain_muse.xml", writeMuse({})},
          {"two_muse.xml", writeMuse(two())},
          {"described_muse.xml", writeMuse(described())},
          {"noted_muse.xml", writeMuse(noted())},
          {"unitless_muse.xml", writeMuse(unitless())}};
}

}  // namespace ecg::test
