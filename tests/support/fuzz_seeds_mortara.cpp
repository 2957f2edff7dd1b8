#include "tests/support/fuzz_seeds.h"
#include "tests/support/mortara_writer.h"

namespace ecg::test {
namespace {

MortaraFile notes() {
  MortaraFile file;
  file.root += " AGE=\"9\" AGE_UNITS=\"M\" COMMENT=\"x\"";
  file.before =
      "<DEMOGRAPHIC_FIELDS><DEMOGRAPHIC_FIELD LABEL=\"ID:\" VALUE=\"7\"/></DEMOGRAPHIC_FIELDS>"
      "<SUBJECT LAST_NAME=\"A\" FIRST_NAME=\"B\" GENDER=\"Male\" DOB=\"19900515\"/>"
      "<SOURCE LOW_PASS_FILTER=\"150\"/><AUTOMATIC_INTERPRETATION>"
      "<STATEMENT TEXT=\"SINUS\" REASON=\"r\"/></AUTOMATIC_INTERPRETATION>";
  file.channels[0].asText = true;
  file.cycle = {MortaraChannel{}};
  file.cycle[0].sampleFreq = "250";
  return file;
}

}  // namespace

Seeds mortaraSeeds() {
  MortaraFile uneven, unitless;
  uneven.channels.assign(4, MortaraChannel{});
  uneven.channels[1].sampleFreq = "1000";
  uneven.channels[2].samples = {1, 2};
  uneven.channels[3].name = "";
  unitless.channels[0].unitsPerMv = "";
  return {{"plain.xml", writeMortara({})},
          {"notes.xml", writeMortara(notes())},
          {"uneven.xml", writeMortara(uneven)},
          {"unitless.xml", writeMortara(unitless)}};
}

}  // namespace ecg::test
