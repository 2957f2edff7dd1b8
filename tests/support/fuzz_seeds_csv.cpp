#include "tests/support/fuzz_seeds.h"

namespace ecg::test {

Seeds csvSeeds() {
  return {
      {"header.csv", "0time (s),I (mV),II [uV]\n0,0.5,100\n0.002,-0.25,200\n0.004,1e-1,-300\n"},
      {"bare.csv", "3-0.119,-0.055\n0.2,-0.1\n-0.12,0.044\n"},
      {"semicolon.csv", "1t;V1;hr\nms;uV;\n0;1,5;60\n4;2,5;\n8;-3;\n16;7;\n"},
      {"tabs.tsv", "2sample\tI_mV\r\n1\t0.1\r\n2\t0.2\r\n5\tNaN\r\n"},
      {"blanks.txt", "0# fs = 500 Hz\n# Labels\n 1.0  2.0\n-1.5  3e-1\n"},
      {"clock.csv", "0timestamp,ecg (mV)\n2024-02-29T23:59:59.990Z,1\n2024-03-01T00:00:00Z,2\n"},
      {"elapsed.csv", "0'Elapsed time','MLII'\n'hh:mm:ss.mmm','mV'\n'0:00.000',1\n'0:00.003',2\n"},
      {"quoted.csv", "0\"time, s\",\"I \"\"x\"\" (mV)\"\n0,\"1\"\n.004,2\n.008,-\n"},
      {"comment_header.csv", "0# time (s),I (mV)\n0,1\n0.01,2\n0.02,3\n0.05,4\n"},
      {"pandas.csv", "3,0,1,2\n0,5,6,7\n1,8,9,1\n2,3,5,4\n,,,\n"},
      {"nanoseconds.csv", "1time,ecg,rr\n1714920600006020096,-98,\n1714920600013702400,-84,9\n"},
      {"single.txt",
       "3\xEF\xBB\xBF"
       "1\r2\r3\r"}};
}

}  // namespace ecg::test
