#include "preprocess/formats/mortara/channel.h"

#include <cmath>

#include "preprocess/formats/base64.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/int16_samples.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/leads/names.h"

namespace ecg::mortara {
namespace {

/// Reads the attributes of one lead; a message names file, lead and attribute.
class Attributes {
 public:
  Attributes(const std::string& file, const Stored& stored) : stored_(stored) {
    const std::string name = attributeOf(stored.channel, "NAME");
    where_ = sentence({file, ", channel ", (name.empty() ? "without a name" : name), ","});
  }

  const std::string& where() const { return where_; }

  std::string text(const char* name) const {
    const std::string own = attributeOf(stored_.channel, name);
    return own.empty() ? attributeOf(stored_.layout, name) : own;
  }

  double number(const char* name) const { return xml::readNumber(text(name), where_, name); }

  /// Refuses an attribute that is not as all known files have it.
  void require(const char* name, const char* wanted) const {
    const std::string stored = text(name);
    if (text::lower(stored) == wanted) return;
    reject("unsupported-encoding", {where_, " has ", name, " ", text::quoted(stored),
                                    "; only 16-bit signed samples in base64 can be "
                                    "read, export it so."});
  }

 private:
  Stored stored_;
  std::string where_;
};

void checkLayout(const Attributes& attributes) {
  attributes.require("ENCODING", "base64");
  attributes.require("FORMAT", "signed");
  attributes.require("BITS", "16");
  const std::string offset = attributes.text("OFFSET");
  if (!offset.empty() && attributes.number("OFFSET") != 0)
    reject("unsupported-offset", {attributes.where(), " has an OFFSET of ", text::quoted(offset),
                                  ", whose meaning is not known; export it without."});
}

void checkCount(const Attributes& attributes, std::size_t bytes) {
  const double said = attributes.number("DURATION");
  const double samples = static_cast<double>(bytes) / 2;
  if (samples == said) return;
  reject(samples < said ? "truncated" : "bad-header",
         {attributes.where(), " has ", text::number(samples, 12),
          " samples, but its DURATION says ", text::number(said, 12), "; get the original file."});
}

double unitsPerMillivolt(const Attributes& attributes, const std::vector<std::int16_t>& samples,
                         const ReadOptions& options) {
  if (attributes.text("UNITS_PER_MV").empty())
    return askedUnitsPerMillivolt(attributes.where() + " does not say its UNITS_PER_MV",
                                  {samples.begin(), samples.end()}, options);
  const double units = attributes.number("UNITS_PER_MV");
  if (units > 0) return units;
  reject("bad-header", {attributes.where(), " has UNITS_PER_MV ", text::number(units),
                        ", which must be above 0; get the original file."});
}

}  // namespace

std::string attributeOf(xml::Element element, const char* name) {
  return std::string(text::trim(element.attribute(name).value_or("")));
}

double samplingRate(const std::string& file, const Stored& stored) {
  constexpr double most = 1e6;
  const Attributes attributes(file, stored);
  const double rate = attributes.number("SAMPLE_FREQ");
  if (rate > 0 && rate <= most) return rate;
  reject("bad-header", {attributes.where(), " has SAMPLE_FREQ ", text::number(rate),
                        ", which is no rate of an ECG; get the original file."});
}

xml::Signal readChannel(const std::string& file, const Stored& stored, const ReadOptions& options) {
  const Attributes attributes(file, stored);
  checkLayout(attributes);
  std::string data = stored.channel.attribute("DATA").value_or("");
  if (data.empty()) data = stored.channel.text();
  const std::vector<std::uint8_t> bytes = decodeBase64(data, attributes.where());
  checkCount(attributes, bytes.size());
  const std::vector<std::int16_t> digits = xml::int16Samples(bytes, attributes.where());
  const double units = unitsPerMillivolt(attributes, digits, options);
  xml::Signal signal;
  signal.lead.storedName = attributeOf(stored.channel, "NAME");
  signal.lead.name = canonicalLeadName(signal.lead.storedName);
  signal.samples.reserve(digits.size());
  for (const std::int16_t digit : digits) {
    const double value = digit / units;
    if (!(std::fabs(value) < 1e30))
      reject("bad-header", {attributes.where(), " has UNITS_PER_MV ", text::number(units),
                            ", which is far too small; get the "
                            "original file."});
    signal.samples.push_back(static_cast<float>(value));
  }
  return signal;
}

}  // namespace ecg::mortara
