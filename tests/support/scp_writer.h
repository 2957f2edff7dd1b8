#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// A lead to write: its code and its samples in steps, the first of which has the number `first`.
struct ScpLead {
  unsigned code = 2;
  std::uint32_t first = 1;
  std::vector<int> samples;
  std::optional<std::uint32_t> last;  ///< what section 3 says; the true one where empty
};

/// A code of a Huffman table: `prefix` of `total` bits, written as the stream has them ("110").
struct ScpCode {
  std::string prefix;
  unsigned total = 1;
  bool switches = false;
  int base = 0;
};

struct ScpBeat {
  unsigned type = 0;
  std::uint32_t first = 0, fiducial = 0, last = 0;
};

/// A reference beat to subtract from the leads at `beats`.
struct ScpReference {
  unsigned ms = 0, fiducial = 1;
  unsigned nanovolts = 0;  ///< the file's own where 0
  std::vector<std::vector<int>> leads;
  std::vector<ScpBeat> beats;
};

/// A record to write. `sections` adds sections by their number, or replaces those written
/// otherwise; an empty one is left out.
struct ScpFile {
  unsigned version = 20;
  bool marked = true;
  bool pointersFromZero = false;
  std::vector<ScpLead> leads;
  std::optional<unsigned> flags;  ///< of section 3; by default what is true, all simultaneous
  bool defaultTable = true;
  std::vector<std::vector<ScpCode>> tables;  ///< own ones; neither: 16-bit integers
  unsigned differences = 2;
  unsigned nanovolts = 5000, microseconds = 2000;
  std::optional<ScpReference> reference;
  unsigned factor = 1;                                         ///< of bimodal compression
  std::vector<std::pair<std::uint32_t, std::uint32_t>> zones;  ///< protected
  std::vector<std::pair<unsigned, std::string>> header;        ///< section 1, by tag
  std::map<int, std::string> sections;
};

/// The bytes of an SCP-ECG record, with right checksums.
std::string writeScp(const ScpFile& file);

/// Section 8 or 11: statements, in section 11 each with its type first.
std::string scpStatements(const std::vector<std::string>& statements);

/// Numbers as the format has them, low byte first.
std::string scpNumber(std::uint64_t value, int bytes);

/// Sets the checksums of the record and of every section that section 0 leads to, as far as they
/// lie within the bytes.
void repairScpChecksums(std::uint8_t* bytes, std::size_t size);
void repairScpChecksums(std::string& bytes);

/// Where a section of a record that writeScp made begins; its header has 16 bytes.
std::size_t scpSectionStart(const std::string& bytes, int id);

}  // namespace ecg::test
