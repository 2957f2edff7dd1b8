#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::json {

/// A value of a JSON document. Numbers and regular lists of numbers, of any number of sides, are
/// one node; other lists and objects have one for each entry.
struct Node {
  enum class Kind { other, numbers, text, list, object };
  Kind kind = Kind::other;
  std::vector<std::size_t> shape;  ///< of numbers; empty for a single one
  std::vector<double> numbers;     ///< null, NaN and Infinity are NaN
  std::vector<std::string> texts;  ///< a text, or an object's keys
  std::vector<Node> entries;
};

/// Parses a JSON document (RFC 8259, and Python's NaN and Infinity), in time and memory that grow
/// with its size.
/// @throws InputError `bad-json` where it is none, is nested more than 16 deep, or has more lists,
///   objects and texts than a recording would.
Node parse(const NamedBytes& file);

}  // namespace ecg::json
