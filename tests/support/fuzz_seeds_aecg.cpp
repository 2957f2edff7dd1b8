#include "tests/support/aecg_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {
namespace {

AecgSequence lead(const std::string& code, const std::string& digits) {
  AecgSequence sequence;
  sequence.code = code;
  sequence.digits = digits;
  return sequence;
}

AecgFile several() {
  AecgFile file;
  AecgSeries beat;
  beat.code = "REPRESENTATIVE_BEAT";
  beat.sets[0].timeCode = "TIME_RELATIVE";
  beat.sets[0].timeType = "GLIST_PQ";
  beat.sets[0].head = "value='0' unit='s'";
  file.series[0].sets.push_back(file.series[0].sets[0]);
  file.series[0].sets[0].increment = "value='0.002' unit='s'";
  file.series[0].derived = {beat};
  return file;
}

AecgFile uneven() {
  AecgFile file;
  file.series[0].sets[0].sequences = {lead("MDC_ECG_LEAD_I", "1 NaN -2.5e1 4"),
                                      lead("MDC_ECG_LEAD_AVRneg", "1"), lead("MDC_ECG_LEAD_V2", ""),
                                      lead("", "7"), lead("MDC_PRESS_BLD", "80")};
  file.series[0].sets[0].sequences[1].origin = "value='1' unit='mV'";
  file.series[0].sets[0].sequences[4].origin = "";
  file.series[0].sets[0].sequences[4].scale = "value='1' unit='mm[Hg]'";
  return file;
}

AecgFile unitless() {
  AecgFile file;
  AecgSequence& sequence = file.series[0].sets[0].sequences[0];
  sequence.type = "SLIST_INT";
  sequence.origin = sequence.scale = "";
  file.series[0].sets[0].increment = "";
  return file;
}

AecgFile notes() {
  const std::string mdc = "MDC_ECG_CTL_VBL_ATTR_FILTER_";
  AecgFile file;
  file.subject =
      "<id extension='S'/><subjectDemographicPerson><name><given>A</given><family>B</family></name>"
      "<administrativeGenderCode code='F'/><birthTime value='19690630'/>"
      "</subjectDemographicPerson>";
  file.before =
      "<controlVariable><relatedObservation><code code='21612-7'/><value value='7' unit='mo'/>"
      "</relatedObservation></controlVariable><pertainsTo><subjectFindingComment><text>x</text>"
      "</subjectFindingComment></pertainsTo>";
  file.series[0].before =
      "<effectiveTime><low value='20200102030405.250+0100'/></effectiveTime>" +
      aecgFilter(mdc + "LOW_PASS", {{mdc + "CUTOFF_FREQ", "<value value='150' unit='Hz'/>"}}) +
      aecgFilter(mdc + "NOTCH", {{mdc + "DESCRIPTION", "<value>FIR</value>"}});
  file.series[0].after =
      aecgAnnotations({{"MDC_ECG_RHY", "<value code='X' displayName='Sinus'/>"},
                       {"MDC_ECG_INTERPRETATION_STATEMENT", "<value>a\nb</value>"},
                       {"MDC_ECG_INTERPRETATION_COMMENT", "<value>c</value>"},
                       {"MDC_ECG_BEAT", ""}});
  return file;
}

}  // namespace

Seeds aecgSeeds() {
  AecgFile prefixed;
  prefixed.prefix = "hl7:";
  return {{"plain.xml", writeAecg({})},        {"several.xml", writeAecg(several())},
          {"uneven.xml", writeAecg(uneven())}, {"unitless.xml", writeAecg(unitless())},
          {"notes.xml", writeAecg(notes())},   {"prefixed.xml", writeAecg(prefixed)}};
}

}  // namespace ecg::test
