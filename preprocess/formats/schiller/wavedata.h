#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::schiller {

/// The samples of an event, and the event that they are of.
struct Wavedata {
  xml::Element element, event;
  std::string description;  ///< "rhythm (12 leads)"
};

/// All wavedata with channels, those of rhythm first.
std::vector<Wavedata> wavedataOf(xml::Element root);

/// Reads rate and leads. @throws InputError as schillerFormat() says.
void readWavedata(const std::string& file, const Wavedata& wavedata, const ReadOptions& options,
                  Recording& recording);

}  // namespace ecg::schiller
