#pragma once

#include <string>
#include <vector>

namespace ecg::test {

/// Elements that are empty are left out.
struct SchillerChannel {
  std::string name = "II";
  std::string datastype = "COMMASEPARATE";
  std::string samplecount;
  std::string data = "1,2,-3";
  std::string annotations;  ///< XML of annotation_lead elements
};

struct SchillerWaves {
  std::string type = "ECG_RHYTHMS";
  std::string exponent = "1", rate = "500";
  std::string unitperbit = "5", units = "UV";
  std::vector<SchillerChannel> channels = {SchillerChannel{}};
};

struct SchillerFile {
  std::string root = "com.xiriuz.sema.xml.schillerEDI.SchillerEDI";
  std::string before;  ///< XML ahead of eventdata: patdata, examdescript
  std::string event;   ///< XML of the event ahead of its waves
  std::vector<SchillerWaves> waves = {SchillerWaves{}};
};

/// The bytes of a Schiller XML document.
std::string writeSchiller(const SchillerFile& file);

}  // namespace ecg::test
