#include "preprocess/formats/edf_header.h"

#include <cmath>
#include <limits>
#include <string_view>

#include "preprocess/formats/text.h"

namespace ecg::edf {
namespace {

constexpr std::size_t mainHeaderBytes = 256;
constexpr std::size_t signalHeaderBytes = 256;
constexpr std::uint64_t mostSignals = 4096;

std::string_view textAt(ByteView bytes, std::size_t offset, std::size_t width) {
  return text::trim({reinterpret_cast<const char*>(bytes.data) + offset, width});
}

[[noreturn]] void malformed(const std::string& fileName, const std::string& what,
                            std::string_view value) {
  throw InputError("malformed", fileName + ": the header's " + what + " is '" +
                                    std::string(value.substr(0, 16)) +
                                    "', which cannot be right; export the file again.");
}

/// The fields of one header, in the order in which they stand.
class Fields {
 public:
  Fields(const NamedBytes& file, std::size_t offset) : file_(file), offset_(offset) {}

  std::string text(std::size_t width) {
    const std::string_view value = textAt(file_.bytes, offset_, width);
    offset_ += width;
    return std::string(value);
  }
  double number(std::size_t width, const std::string& what) {
    const std::string value = text(width);
    const auto parsed = text::parseNumber(value);
    if (!parsed) malformed(file_.name, what, value);
    return *parsed;
  }
  std::uint64_t count(std::size_t width, const std::string& what) {
    const std::string value = text(width);
    const auto parsed = text::parseCount(value);
    if (!parsed) malformed(file_.name, what, value);
    return *parsed;
  }

 private:
  const NamedBytes& file_;
  std::size_t offset_;
};

void readSignalFields(const NamedBytes& file, Header& header) {
  const std::size_t n = header.signals.size();
  std::size_t offset = mainHeaderBytes;
  const auto column = [&](std::size_t width, auto assign) {
    Fields fields(file, offset);
    for (std::size_t i = 0; i < n; ++i)
      assign(fields, header.signals[i], "signal " + std::to_string(i + 1));
    offset += width * n;
  };
  column(16, [](Fields& f, Signal& s, const std::string&) { s.label = f.text(16); });
  offset += 80 * n;  // transducer
  column(8, [](Fields& f, Signal& s, const std::string&) { s.unit = f.text(8); });
  column(8, [](Fields& f, Signal& s, const std::string& name) {
    s.physicalMin = f.number(8, "physical minimum of " + name);
  });
  column(8, [](Fields& f, Signal& s, const std::string& name) {
    s.physicalMax = f.number(8, "physical maximum of " + name);
  });
  column(8, [](Fields& f, Signal& s, const std::string& name) {
    s.digitalMin = f.number(8, "digital minimum of " + name);
  });
  column(8, [](Fields& f, Signal& s, const std::string& name) {
    s.digitalMax = f.number(8, "digital maximum of " + name);
  });
  offset += 80 * n;  // prefiltering
  column(8, [](Fields& f, Signal& s, const std::string& name) {
    s.samplesPerRecord = f.count(8, "number of samples of " + name);
  });
}

void checkSignals(Header& header) {
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    Signal& signal = header.signals[i];
    signal.annotations = header.plus && (signal.label == "EDF Annotations" ||
                                         signal.label == "BDF Annotations");
    signal.offset = header.recordBytes;
    header.recordBytes += signal.samplesPerRecord * header.bytesPerSample();
    if (signal.annotations) continue;
    const std::string name = "signal " + std::to_string(i + 1) + " (" + signal.label + ")";
    if (signal.digitalMin >= signal.digitalMax)
      malformed(header.fileName, "digital range of " + name,
                std::to_string(static_cast<long long>(signal.digitalMin)) + " to " +
                    std::to_string(static_cast<long long>(signal.digitalMax)));
    if (signal.physicalMin == signal.physicalMax)
      throw InputError("malformed", header.fileName + ": " + name +
                                        " has a physical range of zero, so its scale is unknown; "
                                        "export the file again with its calibration.");
  }
}

/// The number of records, from the header or, where it says -1, from the bytes that there are.
void checkLength(const NamedBytes& file, const std::string& stated, Header& header) {
  const std::uint64_t available = file.bytes.size - header.headerBytes;
  if (header.recordBytes == 0) malformed(file.name, "number of samples in a data record", "0");
  const std::uint64_t whole = available / header.recordBytes;
  if (stated == "-1") {
    header.records = whole;
    header.diagnostics.push_back(
        {"record-count-unknown", "The header does not say how many data records there are; the " +
                                     std::to_string(whole) + " that the file holds were read."});
    return;
  }
  const auto count = text::parseCount(stated);
  if (!count) malformed(file.name, "number of data records", stated);
  header.records = *count;
  if (header.records > whole)
    throw InputError("truncated", file.name + " ends at byte " + std::to_string(file.bytes.size) +
                                      ", in data record " + std::to_string(whole + 1) + " of " +
                                      std::to_string(header.records) +
                                      "; get the whole file again.");
  if (const std::uint64_t extra = available - header.records * header.recordBytes; extra > 0)
    header.diagnostics.push_back({"trailing-bytes", std::to_string(extra) +
                                                        " bytes after the last data record were "
                                                        "ignored."});
}

bool startsAs(ByteView bytes, std::string_view magic) {
  return bytes.size >= magic.size() &&
         std::string_view(reinterpret_cast<const char*>(bytes.data), magic.size()) == magic;
}

constexpr std::string_view edfMagic = "0       ";
constexpr std::string_view bdfMagic = "\xFF"
                                      "BIOSEMI";

}  // namespace

bool looksLikeEdf(ByteView bytes) {
  if (!startsAs(bytes, edfMagic) && !startsAs(bytes, bdfMagic)) return false;
  return bytes.size < mainHeaderBytes || text::parseCount(textAt(bytes, 184, 8)).has_value();
}

Header parseHeader(const NamedBytes& file) {
  const auto needHeader = [&](std::uint64_t bytes) {
    if (file.bytes.size < bytes)
      throw InputError("truncated", file.name + " ends at byte " + std::to_string(file.bytes.size) +
                                        ", inside its header of " + std::to_string(bytes) +
                                        " bytes; get the whole file again.");
  };
  needHeader(mainHeaderBytes);
  Header header;
  header.fileName = file.name;
  header.bdf = startsAs(file.bytes, bdfMagic);

  Fields fields(file, 8);
  header.patient = fields.text(80);
  header.recordedBy = fields.text(80);
  header.startDate = fields.text(8);
  header.startTime = fields.text(8);
  const std::uint64_t statedBytes = fields.count(8, "number of header bytes");
  const std::string reserved = fields.text(44);
  header.plus = reserved.compare(0, 4, "EDF+") == 0 || reserved.compare(0, 4, "BDF+") == 0;
  header.discontinuous = header.plus && reserved.compare(4, 1, "D") == 0;
  const std::string records = fields.text(8);
  header.recordSeconds = fields.number(8, "duration of a data record");
  const std::uint64_t signals = fields.count(4, "number of signals");
  if (signals == 0 || signals > mostSignals)
    malformed(file.name, "number of signals", std::to_string(signals));
  header.headerBytes = mainHeaderBytes + signalHeaderBytes * signals;
  if (statedBytes != header.headerBytes)
    malformed(file.name, "number of header bytes", std::to_string(statedBytes));
  needHeader(header.headerBytes);

  header.signals.resize(signals);
  readSignalFields(file, header);
  for (std::size_t i = 0; i < header.signals.size(); ++i)
    if (header.signals[i].samplesPerRecord > file.bytes.size)
      throw InputError("truncated", file.name + ": signal " + std::to_string(i + 1) +
                                        " announces " +
                                        std::to_string(header.signals[i].samplesPerRecord) +
                                        " samples a data record, more than the file's " +
                                        std::to_string(file.bytes.size) +
                                        " bytes can hold; get the whole file again.");
  checkSignals(header);
  checkLength(file, records, header);
  return header;
}

}  // namespace ecg::edf
