#pragma once

#include <deque>
#include <string>
#include <vector>

#include "preprocess/formats/arrays/numbers.h"
#include "preprocess/formats/arrays/words.h"
#include "preprocess/recording.h"

namespace ecg::arrays {

/// A named array of a file: numbers, or texts.
struct Item {
  std::string parent;              ///< what holds it: "", "ECG", "signal.leads", "leads[3]"
  std::string name;                ///< "val", "data"; may be empty
  std::vector<std::size_t> shape;  ///< of numbers; empty for a single one
  bool columnMajor = false;        ///< the first index runs fastest, as in Fortran and MATLAB
  Numbers numbers;
  std::vector<std::string> texts;      ///< where it holds texts; no numbers then
  Meaning meaning = Meaning::unknown;  ///< of the name; set when it is added

  bool isText() const { return !texts.empty(); }
  std::string path() const { return parent + (parent.empty() || name.empty() ? "" : ".") + name; }
};

/// What a file holds.
struct Contents {
  std::vector<Item> items;
  std::deque<std::vector<std::uint8_t>> buffers;  ///< bytes that items point to, if not the file's
  std::vector<Diagnostic> diagnostics;
  /// What else would tell the unit and the rate, for the sentence that asks for them; may be empty.
  std::string advice;

  /// Adds an item, up to a number that no recording needs.
  void add(Item item);
  bool full() const;
  /// Keeps bytes for as long as the contents live.
  ByteView keep(std::vector<std::uint8_t> bytes);
};

}  // namespace ecg::arrays
