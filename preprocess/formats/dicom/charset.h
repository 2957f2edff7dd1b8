#pragma once

#include <string>
#include <string_view>

#include "preprocess/formats/dicom/data_set.h"

namespace ecg::dicom {

/// Makes UTF-8 of texts by the file's Specific Character Set. Latin-1 and UTF-8 are read; of
/// others only ASCII is, with ? for each byte of the rest.
class Charset {
 public:
  explicit Charset(const DataSet& root);

  std::string decode(std::string_view stored) const;

 private:
  bool known_ = true;
};

}  // namespace ecg::dicom
