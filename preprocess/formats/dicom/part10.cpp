#include "preprocess/formats/dicom/part10.h"

#include <optional>

#include "preprocess/formats/dicom/sop_class.h"
#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

using Order = ByteReader::Order;

constexpr std::size_t preamble = 128;
constexpr std::string_view dicomRoot = "1.2.840.10008.";

std::string_view startingAt(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? bytes.substr(at) : std::string_view();
}

bool hasMark(std::string_view bytes) { return startingAt(bytes, preamble).substr(0, 4) == "DICM"; }

/// How elements that begin in a low group seem to be written; empty where they do not.
std::optional<Encoding> guessEncoding(std::string_view bytes) {
  if (bytes.size() < 8) return std::nullopt;
  const auto low = [](char c) { return c == 2 || c == 8; };
  Encoding encoding;
  if (low(bytes[0]) && bytes[1] == 0) {
    encoding.order = Order::little;
  } else if (bytes[0] == 0 && low(bytes[1])) {
    encoding.order = Order::big;
  } else {
    return std::nullopt;
  }
  encoding.explicitVr = looksLikeVr(&bytes[4]);
  if (!encoding.explicitVr && encoding.order == Order::big) return std::nullopt;
  return encoding;
}

/// True where one of the first few elements is a SOP class or transfer syntax of DICOM's.
bool namesDicom(std::string_view bytes) {
  constexpr int most = 16;
  const auto encoding = guessEncoding(bytes);
  if (!encoding) return false;
  try {
    ByteReader reader("", {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    Tag last = 0;
    for (int i = 0; i < most && reader.remaining() >= 8; ++i) {
      const Element element = readElement(reader, *encoding);
      if (element.tag <= last && i > 0) return false;
      last = element.tag;
      if (element.tag == tags::sopClass || element.tag == tags::mediaStorageClass)
        return text::view(element.value).substr(0, dicomRoot.size()) == dicomRoot;
      if (element.tag > tags::sopClass) return false;
    }
  } catch (const InputError&) {
  }
  return false;
}

/// What the file meta information says.
struct Meta {
  std::string sopClass, transferSyntax;
};

/// Reads group 0002 at the reader's position, where there is one, and goes past it.
std::optional<Meta> readMeta(ByteReader& reader, const NamedBytes& file) {
  const std::string_view bytes = text::view(file.bytes);
  const auto inMeta = [&] {
    const std::string_view next = startingAt(bytes, reader.position());
    return next.size() >= 8 && next[0] == 2 && next[1] == 0;
  };
  std::optional<Meta> meta;
  while (inMeta()) {
    if (!meta) meta.emplace();
    const bool explicitVr = looksLikeVr(&startingAt(bytes, reader.position())[4]);
    const Element element = readElement(reader, {explicitVr, Order::little});
    const std::string value(text::trim(text::view(element.value)));
    if (element.tag == tags::mediaStorageClass) meta->sopClass = value;
    if (element.tag == tags::transferSyntax) meta->transferSyntax = value;
  }
  return meta;
}

/// How a transfer syntax writes what is not an image; empty where it is not read.
std::optional<Encoding> encodingOf(std::string_view uid) {
  if (uid == "1.2.840.10008.1.2") return Encoding{false, Order::little};
  if (uid == "1.2.840.10008.1.2.2") return Encoding{true, Order::big};
  if (uid == "1.2.840.10008.1.2.1.99" || uid == "1.2.840.10008.1.2.4.95") return std::nullopt;
  if (uid.substr(0, 18) == "1.2.840.10008.1.2.") return Encoding{true, Order::little};
  return std::nullopt;
}

Encoding chooseEncoding(const NamedBytes& file, const std::optional<Meta>& meta,
                        std::string_view dataSet, std::vector<Diagnostic>& diagnostics) {
  const auto seen = guessEncoding(dataSet);
  if (!meta || meta->transferSyntax.empty()) {
    if (seen) return *seen;
    reject("bad-header", {file.name,
                          " does not say how its data set is written (transfer "
                          "syntax, (0002,0010)); export it again."});
  }
  const auto said = encodingOf(meta->transferSyntax);
  if (!said)
    reject("unsupported-transfer-syntax",
           {file.name, " is written in transfer syntax ", transferSyntaxName(meta->transferSyntax),
            ", which is not read; export it as Explicit VR Little Endian."});
  if (!seen || (seen->explicitVr == said->explicitVr && seen->order == said->order)) return *said;
  say(diagnostics, "transfer-syntax",
      {"The data set is not written in the transfer syntax that the file names; "
       "it was read as it is written."});
  return *seen;
}

}  // namespace

Match sniff(ByteView bytes) {
  const std::string_view all = text::view(bytes);
  if (hasMark(all)) return Match::certain;
  return namesDicom(all) ? Match::certain : Match::none;
}

File openFile(const NamedBytes& file) {
  const std::string_view bytes = text::view(file.bytes);
  ByteReader reader(file.name, file.bytes);
  if (hasMark(bytes)) {
    reader.seek(preamble + 4);
  } else if (!namesDicom(bytes)) {
    reject("not-dicom", {file.name,
                         " does not begin as a DICOM file does; check that the "
                         "right file was chosen."});
  }
  const auto meta = readMeta(reader, file);
  std::vector<Diagnostic> diagnostics;
  const Encoding encoding =
      chooseEncoding(file, meta, startingAt(bytes, reader.position()), diagnostics);
  DataSet data(reader.part(reader.remaining()), encoding);
  std::string sopClass(data.text(tags::sopClass));
  if (sopClass.empty() && meta) sopClass = meta->sopClass;
  return {std::move(data), std::move(sopClass), std::move(diagnostics)};
}

}  // namespace ecg::dicom
