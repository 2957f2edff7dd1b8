#include "tests/support/fuzz_seeds.h"
#include "tests/support/scp_writer.h"

namespace ecg::test {
namespace {

std::vector<int> ramp(int count, int step) {
  std::vector<int> out;
  for (int i = 0; i < count; ++i) out.push_back(i % 7 ? step * (i % 5) : 300);
  return out;
}

ScpFile small() {
  ScpFile file;
  file.leads = {{1, 1, ramp(24, 3), {}}, {11, 1, ramp(24, -40), {}}};
  return file;
}

ScpFile ownTables() {
  ScpFile file = small();
  file.differences = 1;
  file.tables = {{{"0", 1, false, 0}, {"10", 6, false, 1}, {"11", 2, true, 2}},
                 {{"0", 18, false, 0}, {"1", 1, true, 1}}};
  return file;
}

ScpFile integers() {
  ScpFile file = small();
  file.defaultTable = false;
  file.differences = 0;
  return file;
}

ScpFile referenceBeat() {
  ScpFile file = small();
  ScpReference reference;
  reference.ms = 16;
  reference.fiducial = 4;
  reference.nanovolts = 2500;
  reference.leads = {ramp(8, 9), ramp(8, -9)};
  reference.beats = {{0, 3, 6, 9}, {1, 0, 12, 0}, {0, 15, 18, 20}};
  file.reference = reference;
  return file;
}

ScpFile bimodal() {
  ScpFile file = referenceBeat();
  file.factor = 4;
  file.zones = {{5, 8}, {13, 18}};
  return file;
}

ScpFile documented() {
  ScpFile file = small();
  file.header = {{0, std::string("Name\0", 5)},
                 {2, "1"},
                 {4, scpNumber(44, 2) + scpNumber(1, 1)},
                 {5, scpNumber(1980, 2) + scpNumber(2, 1) + scpNumber(29, 1)},
                 {8, scpNumber(2, 1)},
                 {14, std::string(36, '\0') + std::string("a\0b\0c\0d\0e\0", 10)},
                 {25, scpNumber(2024, 2) + scpNumber(3, 1) + scpNumber(4, 1)},
                 {26, scpNumber(5, 1) + scpNumber(6, 1) + scpNumber(7, 1)},
                 {27, scpNumber(5, 2)},
                 {28, scpNumber(150, 2)},
                 {29, scpNumber(15, 1)},
                 {30, "note"}};
  file.sections[8] = scpStatements({"sinus", "rhythm"});
  file.sections[11] = scpStatements({"\1NSR"});
  file.sections[7] = file.sections[10] = file.sections[15] = "..";
  return file;
}

}  // namespace

Seeds scpSeeds() {
  ScpFile apart = integers();
  apart.leads[1].first = 20;
  apart.leads[1].code = 200;
  ScpFile plain = integers();
  plain.sections[2] = scpNumber(1, 2) + scpNumber(1, 2) + scpNumber(0, 1) + scpNumber(16, 1) +
                      scpNumber(1, 1) + scpNumber(0, 6);
  ScpFile unitless = small();
  unitless.nanovolts = unitless.microseconds = 0;
  ScpFile unmarked = small();
  unmarked.marked = false;
  unmarked.pointersFromZero = true;
  ScpFile third = integers();
  third.version = 30;
  third.sections[12] = "....";
  std::string moved = writeScp(small());
  moved.insert(scpSectionStart(moved, 2), "12345");
  ScpFile shorter = small();
  shorter.leads[0].last = 40;
  return {{"plain.scp", writeScp(small())},
          {"tables.scp", writeScp(ownTables())},
          {"integers.scp", writeScp(integers())},
          {"plain_table.scp", writeScp(plain)},
          {"reference.scp", writeScp(referenceBeat())},
          {"bimodal.scp", writeScp(bimodal())},
          {"documented.scp", writeScp(documented())},
          {"apart.scp", writeScp(apart)},
          {"unitless.scp", writeScp(unitless)},
          {"unmarked.scp", writeScp(unmarked)},
          {"version3.scp", writeScp(third)},
          {"moved.scp", moved},
          {"short.scp", writeScp(shorter)}};
}

}  // namespace ecg::test
