#include "tests/support/fuzz_seeds_evaluation.h"

#include "models/evaluation/calibration.h"

namespace founder::test {
namespace {

std::string calibration() {
  Calibration out;
  out.modelSha256 = "abc";
  out.preset = "founder";
  out.aggregate = "max";
  out.method = "platt";
  LabelCalibration label;
  label.label = "SINUS RHYTHM";
  label.a = 1.5;
  label.b = -0.25;
  label.prevalence = 0.4;
  label.n = 50;
  label.positives = 20;
  label.operatingPoint = OperatingPoint{0.5, 0};
  out.labels = {label, {}};
  out.problems = {{"too-few-to-fit", "Too few.", "", "A"}};
  return writeCalibration(out);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> evaluationSeeds() {
  return {
      {"labels.csv",
       "0recording,SINUS RHYTHM,\"A, B\"\na/1.hea,1,0\r\n\"b\n2\",,1.0\na/1,0,x\n3,1\n"},
      {"ptbxl.csv",
       "0ecg_id,report,scp_codes,filename_lr,filename_hr\n"
       "1,\"a, b\",\"{'NORM': 80.0, 'SR': 0.0}\",lr/1,hr/1\n2,,\"{'IMI': "
       "15.0}\",lr/2,hr/2\n3,,{},x,y\n"},
      {"scores.csv",
       "1# ecgfounder scores; model=abc; preset=founder; aggregate=max; options=stride 5\n"
       "recording,A,\"B, C\"\n1,-0.5,1e-3\n\"2\n\",nan,\n3,.5\n4,1,2"},
      {"calibration.json", "2" + calibration()},
  };
}

}  // namespace founder::test
