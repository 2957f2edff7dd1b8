#include "preprocess/formats/wfdb_mat.h"

#include <string_view>

#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_text.h"

namespace ecg::wfdb {
namespace {

constexpr std::size_t fixedHeader = 20;    // five 32-bit fields before the variable's name
constexpr std::uint32_t int16Matrix = 30;  // MOPT: little-endian, int16, full matrix

std::uint32_t u32(const std::uint8_t* p) {
  return p[0] | p[1] << 8 | p[2] << 16 | static_cast<std::uint32_t>(p[3]) << 24;
}

[[noreturn]] void refuse(const NamedBytes& file, const std::string& what) {
  reject("bad-signal-file", {file.name, " is ", what,
                             ", not the MATLAB level 4 file of 16-bit samples that "
                             "its header describes; get the original file."});
}

}  // namespace

bool isNewMat(ByteView bytes) {
  if (bytes.size < fixedHeader) return false;
  const std::string_view start(reinterpret_cast<const char*>(bytes.data), fixedHeader);
  return start.substr(0, 7) == "MATLAB " || start.substr(0, 4) == "\x89HDF";
}

void checkMat(const NamedBytes& file, const Signal& signal, std::size_t signals,
              std::uint64_t frames, std::vector<Diagnostic>& diagnostics) {
  const std::string name = text::lower(file.name);
  if (name.size() < 4 || name.compare(name.size() - 4, 4, ".mat") != 0) return;
  if (file.bytes.size < fixedHeader) return;
  if (isNewMat(file.bytes)) refuse(file, "a MATLAB file of level 5 or later");
  const std::uint32_t type = u32(file.bytes.data);
  const std::uint32_t rows = u32(file.bytes.data + 4);
  const std::uint32_t columns = u32(file.bytes.data + 8);
  const std::uint32_t nameLength = u32(file.bytes.data + 16);
  const bool level4 =
      type < 5000 && nameLength > 0 && std::uint64_t{fixedHeader} + nameLength == signal.byteOffset;
  if (!level4) {
    say(diagnostics, "mat-header-mismatch",
        {file.name, " has no MATLAB level 4 header before byte ", signal.byteOffset,
         "; its samples were read as the record's header says."});
  } else if (type != int16Matrix) {
    refuse(file, "a MATLAB matrix of type " + std::to_string(type));
  } else if (rows != signals || columns != frames) {
    say(diagnostics, "mat-header-mismatch",
        {file.name, " holds a ", rows, " x ", columns, " matrix where the record's header has ",
         signals, " signals of ", frames, " samples; the record's header was followed."});
  }
}

}  // namespace ecg::wfdb
