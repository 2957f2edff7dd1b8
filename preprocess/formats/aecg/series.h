#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/xml/document.h"

namespace ecg::aecg {

/// A sequence set that holds leads, and the series (or derived series) that it is of.
struct SequenceSet {
  xml::Element element, series;
  bool derived = false;     ///< computed from the samples of another series
  std::string description;  ///< "rhythm (12 leads)"
};

/// All sets of a document that hold leads: of rhythm series first, of derived ones last.
std::vector<SequenceSet> sequenceSets(xml::Element root);

/// The sequences of a set, in order.
std::vector<xml::Element> sequences(xml::Element set);

/// Children of the name, also those within an element `through`, as HL7's acts hold each other.
std::vector<xml::Element> related(xml::Element parent, const char* through, const char* name);

/// The code of an act: `<code code="..."/>`; empty where it has none.
std::string codeOf(xml::Element act);

/// True for a sequence that gives times instead of samples.
bool isTime(xml::Element sequence);

}  // namespace ecg::aecg
