#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/reader.h"

namespace ecg::scp {

/// A section that was found: its data, after the 16 bytes of its header.
struct Section {
  ByteView data;
  std::size_t offset = 0;  ///< of the data in the file
  bool intact = true;      ///< its checksum is right
};

/// The sections of a record, and what is wrong with how they lie in the file.
struct Record {
  std::string file;
  bool marked = false;    ///< section 0 carries the standard's mark, "SCPECG"
  unsigned version = 20;  ///< of the protocol, times ten
  bool intact = true;     ///< the record's checksum is right
  std::size_t size = 0;   ///< bytes that the record says it has
  std::size_t present = 0;
  std::map<int, Section> sections;
  std::vector<int> lost;   ///< listed, but not where the pointer says, nor elsewhere
  std::vector<int> cut;    ///< listed, and beyond the end of the file, whole or in part
  std::vector<int> moved;  ///< found elsewhere, by their checksum

  /// Null where the record has no such section.
  /// @throws InputError `truncated` or `bad-header` where it lists one that is not there.
  const Section* find(int id) const;
  /// @throws InputError `bad-header` as well where the record lists none.
  const Section& require(int id) const;
  ByteReader reader(const Section& section) const;
  [[noreturn]] void refuse(const std::string& what) const;
};

/// How much the first bytes look like those of an SCP-ECG record.
Match sniff(ByteView bytes);

/// Finds the sections by the pointers of section 0, and checks the checksums.
///
/// @throws InputError `not-scp`, `truncated`, `bad-header`.
Record readRecord(const NamedBytes& file);

/// What to say of a record's checksums, its misplaced and cut sections and bytes after its end.
std::vector<Diagnostic> recordDiagnostics(const Record& record);

/// "section 6", "sections 3, 4 and 6".
std::string listSections(const std::vector<int>& ids);

}  // namespace ecg::scp
