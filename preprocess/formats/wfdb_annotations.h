#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg {

/// One annotation of a WFDB annotation file.
struct WfdbAnnotation {
  std::int64_t sample = 0;  ///< from the start of the record, >= 0
  int code = 0;             ///< 0 to 49
  int subtype = 0;          ///< -128 to 127
  int channel = 0;          ///< 0 to 255: the signal that is meant, where it is one
  int number = 0;           ///< -128 to 127
  std::string aux;          ///< the rhythm, or a comment, as stored up to a NUL

  /// The standard's mnemonic: `N`, `V`, `(`, `+`; a blank where the code has none.
  char symbol() const;
};

/// The annotations of a file, in its order.
struct WfdbAnnotations {
  std::vector<WfdbAnnotation> all;
  /// Of the annotations' samples, Hz; 0: they are those of the record.
  double samplingRate = 0;
};

/// Reads an annotation file in the MIT format, by the WFDB documentation: annot(5), the table of
/// annotation codes, and the comment "## time resolution: HZ" at sample 0.
///
/// @throws InputError `truncated` where the file ends without the mark of its end,
///   `bad-annotations` where something is in it that cannot be, `unsupported-format` for the AHA
///   format.
WfdbAnnotations readWfdbAnnotations(const NamedBytes& file);

}  // namespace ecg
