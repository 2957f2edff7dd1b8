#include "tests/support/fuzz_seeds.h"
#include "tests/support/sierra_writer.h"
#include "tests/support/xli_writer.h"

namespace ecg::test {
namespace {

SierraFile small(SierraCoding coding) {
  SierraFile file;
  file.coding = coding;
  file.leads = SierraFile::twelveLeads(3);
  return file;
}

SierraFile beats() {
  SierraFile file = small(SierraCoding::plain);
  file.beats = writeBeats({{"I", {1, 2, 32767}}, {"V1", {3, 32767, 32767}}},
                          "samplespersec=\"1000\" resolution=\"2.5\"");
  return file;
}

SierraFile described() {
  SierraFile file = small(SierraCoding::int16);
  file.set = {{"notchfiltered", "True"}, {"signaloffset", "1"}, {"resolution", ""}};
  file.patient =
      "<patientid>-</patientid><MRN>7</MRN><name><lastname>R</lastname></name>"
      "<age><months>3</months></age><sex>Male</sex>";
  file.interpretation =
      "<mdsignatureline>D</mdsignatureline><severity>A</severity><statement><leftstatement>S"
      "</leftstatement><rightstatement>V</rightstatement></statement>";
  return file;
}

SierraFile fewLeads() {
  SierraFile file = small(SierraCoding::xli);
  file.leads = {{1, 2, 3, 4}, {5, 5, 5, 5}};
  file.set = {{"leadlabels", "V1 V9"}, {"numberofleads", "2"}};
  file.moreChunks = xliChunk({0, 0});
  return file;
}

SierraFile calibrated() {
  SierraFile file = fewLeads();
  file.coding = SierraCoding::plain;
  file.set["samplespersecond"] = "10";
  file.set["durationperchannel"] = "400";
  file.leads = {{1, 0, 200, 0}, {2, 0, 200, 0}};
  return file;
}

SierraFile old() {
  SierraFile file = sierra103();
  file.leads = SierraFile::twelveLeads(3);
  return file;
}

}  // namespace

Seeds sierraSeeds() {
  return {{"xli_sierra.xml", writeSierra(small(SierraCoding::xli))},
          {"plain_sierra.xml", writeSierra(small(SierraCoding::plain))},
          {"int16_sierra.xml", writeSierra(small(SierraCoding::int16))},
          {"old_sierra.xml", writeSierra(old())},
          {"wide_sierra.xml", asUtf16(writeSierra(fewLeads()))},
          {"few_sierra.xml", writeSierra(fewLeads())},
          {"beats_sierra.xml", writeSierra(beats())},
          {"described_sierra.xml", writeSierra(described())},
          {"calibrated_sierra.xml", writeSierra(calibrated())}};
}

Seeds xliSeeds() {
  const auto start = [](int leads, int length) {
    return std::string{static_cast<char>(leads - 1), static_cast<char>((length - 1) & 255),
                       static_cast<char>((length - 1) >> 8)};
  };
  const auto leads = SierraFile::twelveLeads(1500);
  return {{"short.xli", start(2, 4) + xliChunk({1, 2, 3, 4}) + xliChunk({9, 9, 9, 9})},
          {"further.xli", start(1, 3) + xliChunk({1, 2, 3}) + xliChunk({4, 5, 6}) + "x"},
          {"flat.xli", start(1, 1500) + xliChunk(std::vector<int>(1500, 7))},
          {"full.xli", start(1, 1500) + xliChunk(leads[11])}};
}

}  // namespace ecg::test
