#include "tests/support/fuzz_seeds.h"
#include "tests/support/schiller_writer.h"

namespace ecg::test {
namespace {

SchillerFile notes() {
  SchillerFile file;
  file.root = "examination";
  file.before =
      "<patdata><id>P</id><lastname>A</lastname><firstname>B</firstname><birthdate>19690630"
      "</birthdate><gender>MALE</gender></patdata><examdescript><startdatetime><date>20110404"
      "</date><time>125702</time></startdatetime></examdescript>";
  file.event =
      "<annotation_global/><rhythm_global/><filters_data><filter><name>MYO</name><value>35</value>"
      "</filter></filters_data><textdata><textdata>x</textdata></textdata>";
  file.waves.push_back(SchillerWaves{});
  file.waves[1].type = "ECG_AVERAGES";
  file.waves[1].channels[0].annotations = "<annotation_lead/>";
  return file;
}

}  // namespace

Seeds schillerSeeds() {
  SchillerFile uneven, unitless;
  uneven.waves[0].channels.assign(4, SchillerChannel{});
  uneven.waves[0].channels[1].data = "1 2.5e1";
  uneven.waves[0].channels[1].samplecount = "7";
  uneven.waves[0].channels[2].data = "";
  uneven.waves[0].channels[3].data = ",NaN,";
  uneven.waves[0].channels[3].name = "";
  unitless.waves[0].units = "";
  unitless.waves[0].exponent = "3";
  return {{"plain.xml", writeSchiller({})},
          {"notes.xml", writeSchiller(notes())},
          {"uneven.xml", writeSchiller(uneven)},
          {"unitless.xml", writeSchiller(unitless)}};
}

}  // namespace ecg::test
