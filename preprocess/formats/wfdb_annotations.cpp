#include "preprocess/formats/wfdb_annotations.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace {

constexpr int lastCode = 49;
enum Field { skipField = 59, numberField, subtypeField, channelField, auxField };

/// By code; a blank where the standard has no mnemonic of one character.
constexpr std::string_view symbols = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r        ";

constexpr std::string_view resolution = "## time resolution:";

class Reading {
 public:
  explicit Reading(const NamedBytes& file) : reader_(file.name, file.bytes) {}

  WfdbAnnotations run() {
    while (next()) {
    }
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(std::initializer_list<Piece> what) {
    reject("bad-annotations", {reader_.file(), " ", sentence(what), " at byte ", at_,
                               ": check that it is an annotation file, and get the original."});
  }

  /// False at the mark of the end.
  bool next() {
    at_ = reader_.position();
    const int word = reader_.u16();
    if (word == 0) return false;
    const int code = word >> 10, value = word & 0x3FF;
    if (code == skipField) {
      const std::uint32_t high = reader_.u16();
      sample_ += static_cast<std::int32_t>(high << 16 | reader_.u16());
    } else if (code > skipField) {
      if (result_.all.empty()) refuse({"has a field before its first annotation,"});
      addField(code, value);
    } else {
      addAnnotation(code, value);
    }
    return true;
  }

  void addAnnotation(int code, int interval) {
    if (code > lastCode) refuse({"has the annotation code ", code, ", which does not exist,"});
    sample_ += interval;
    if (sample_ < 0) refuse({"has an annotation before the record's first sample"});
    WfdbAnnotation annotation;
    annotation.sample = sample_;
    annotation.code = code;
    annotation.channel = channel_;
    annotation.number = number_;
    result_.all.push_back(annotation);
  }

  void addField(int field, int value) {
    WfdbAnnotation& annotation = result_.all.back();
    if (field == numberField)
      annotation.number = number_ = static_cast<std::int8_t>(value);
    else if (field == channelField)
      annotation.channel = channel_ = value & 0xFF;
    else if (field == subtypeField)
      annotation.subtype = static_cast<std::int8_t>(value);
    else
      addAux(annotation, static_cast<std::size_t>(value));
  }

  void addAux(WfdbAnnotation& annotation, std::size_t size) {
    const std::string_view stored = reader_.text(size);
    reader_.skip(size % 2);
    annotation.aux = stored.substr(0, stored.find('\0'));
    if (annotation.sample > 0 || stored.substr(0, resolution.size()) != resolution) return;
    const auto rate = parseDecimal(text::trim(annotation.aux.substr(resolution.size())));
    if (!rate || !(rate->value > 0 && rate->value <= 1e9))
      refuse({"has a time resolution that is no rate,"});
    result_.samplingRate = rate->value;
  }

  ByteReader reader_;
  WfdbAnnotations result_;
  std::size_t at_ = 0;
  std::int64_t sample_ = 0;
  int channel_ = 0, number_ = 0;
};

/// The AHA database's format: 16 bytes an annotation, the second of them a letter.
bool isAha(ByteView bytes) {
  if (bytes.size < 16 || bytes.size % 16 != 0) return false;
  for (std::size_t i = 0; i < bytes.size; i += 16)
    if (bytes.data[i] != 0 ||
        std::string_view("NVFREPQ[]UO").find(static_cast<char>(bytes.data[i + 1])) ==
            std::string_view::npos)
      return false;
  return true;
}

}  // namespace

char WfdbAnnotation::symbol() const { return symbols[static_cast<std::size_t>(code)]; }

WfdbAnnotations readWfdbAnnotations(const NamedBytes& file) {
  if (isAha(file.bytes))
    reject("unsupported-format",
           {file.name, " is an annotation file in the AHA format: convert it to the MIT format."});
  return Reading(file).run();
}

}  // namespace ecg
