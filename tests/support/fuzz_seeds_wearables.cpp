#include "tests/support/fuzz_seeds.h"

namespace ecg::test {

Seeds appleSeeds() {
  return {{"apple_english.csv",
           "Name,Jane Doe\nDate of Birth,\"1 Jan 1900\"\nRecorded Date,2021-12-17 12:58:58 +0800\n"
           "Classification,Sinus Rhythm\nSymptoms,\nSoftware Version,1.90\nDevice,\"Watch5,1\"\n"
           "Sample Rate,513.625 hertz\n\n\nLead,Lead I\nUnit,\xC2\xB5V\n\n27.648\n-26.053\n24\n"},
          {"apple_german.csv",
           "\xEF\xBB\xBFName,Jane Doe\r\nGeburtstag,01.01.1900\r\n"
           "Aufzeichnungsdatum,2021-12-17 12:58:58 +0100\r\nKlassifizierung,Sinusrhythmus\r\n"
           "Symptome,Herzrasen\r\nSoftwareversion,1.90\r\nGer\xC3\xA4t,\"Watch6,2\"\r\n"
           "Messrate,511,422\xC2\xA0hertz\r\n\r\nAbleitung,Ableitung I\r\nEinheit,\xCE\xBCV\r\n\r\n"
           "-199,83\r\n\"-217,333\"\r\n12\r\n"},
          {"apple_spreadsheet.csv",
           "Recorded Date,2020-01-01 00:00:00 +0000\nDevice,\"Watch4,4\"\n"
           "Sample Rate,512 Hertz\n,\n\"Lead\",\"Lead I\"\nUnit,mV\n,\n.5,\n-.25,\n"}};
}

Seeds polarSeeds() {
  return {{"polar_sensor_logger.txt",
           "Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]\n"
           "2024-05-05T12:00:00.000;599616000000000000;0.000;-98\n"
           "2024-05-05T12:00:00.007;599616000007692307;7.692;-84\n"
           "2024-05-05T12:00:00.015;599616000015384615;15.385;-72\n"
           "2024-05-05T12:00:00.038;599616000038461538;38.462;-89\n"},
          {"polar_ecg_logger.csv",
           "time,ecg,hr,rr\n1714920600006020096,-0.098,,\n1714920600013702400,-0.084,61,\n"
           "1714920600021384960,-0.072,,980\n"}};
}

Seeds wearableSeeds() {
  auto all = appleSeeds();
  for (auto& seed : polarSeeds()) all.push_back(std::move(seed));
  return all;
}

}  // namespace ecg::test
