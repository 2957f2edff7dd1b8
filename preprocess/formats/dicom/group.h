#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preprocess/formats/dicom/channel.h"
#include "preprocess/formats/dicom/part10.h"

namespace ecg::dicom {

/// One multiplex group: channels sampled together.
struct Group {
  explicit Group(DataSet item) : data(std::move(item)) {}

  DataSet data;
  std::size_t place = 0;  ///< in the file, from 0 on
  std::string label;
  bool derived = false;     ///< the file says that the samples are not the original ones
  bool average = false;     ///< its label says that it is a median or average beat
  double samplingRate = 0;  ///< Hz; 0 where the file does not say
  std::size_t samples = 0;  ///< per channel
  std::vector<Channel> channels;

  bool hasLeads() const;
};

/// The groups of a file in the order in which they are offered: those with ECG leads first, of
/// them the original rhythms first, then as the file has them.
///
/// @throws InputError `no-signal`, `bad-header`, `unsupported-sop-class`.
std::vector<Group> readGroups(const File& file, const Charset& charset);

/// One line on a group for a person to choose by: 'RHYTHM: 12 channels, 10 s at 500 Hz'.
std::string describe(const Group& group);

}  // namespace ecg::dicom
