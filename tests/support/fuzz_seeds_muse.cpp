#include "tests/support/fuzz_seeds_muse.h"

#include "tests/support/muse_writer.h"

namespace ecg::test {

std::vector<std::pair<std::string, std::string>> museSeeds() {
  const MuseWaveform rhythm{"Rhythm", {{"I", {1, 2, 3}}, {"V1", {-1, 32767, -32768}}}};
  MuseWaveform told = rhythm;
  told.more = "<HighPassFilter>16</HighPassFilter><ACFilter>60</ACFilter>";
  told.leads[0].more =
      "<LeadHighLimit>3</LeadHighLimit><LeadLowLimit>-3</LeadLowLimit><LeadOff>TRUE</LeadOff>"
      "<LeadTimeOffset>1</LeadTimeOffset><LeadSampleSize>2</LeadSampleSize>";
  MuseWaveform untold = rhythm;
  untold.sampleBase = untold.leads[0].units = "";
  const std::string people =
      "<PatientDemographics><PatientID>1</PatientID><DateofBirth>01-02-1950</DateofBirth>"
      "<PatientAge>61</PatientAge></PatientDemographics><Diagnosis><DiagnosisStatement>"
      "<StmtFlag>ENDSLINE</StmtFlag><StmtText>a</StmtText></DiagnosisStatement></Diagnosis>";
  return {{"rhythm", writeMuse({rhythm})},
          {"told", writeMuse({{"Median", {{"I", {1}}}}, told}, people)},
          {"untold", writeMuse({untold})},
          {"empty", writeMuse({})}};
}

}  // namespace ecg::test
