#include "tests/support/wfdb_annotation_writer.h"

#include <stdexcept>

#include "tests/support/put_bytes.h"

namespace ecg::test {
namespace {

std::string word(int code, std::int64_t value) {
  return putNumber(code << 10 | (value & 0x3FF), 2);
}

/// The high half of a 32-bit number before the low one.
std::string skip(std::int64_t interval) {
  return word(59, 0) + putNumber(interval >> 16, 2) + putNumber(interval, 2);
}

std::string auxOf(const std::string& aux) {
  if (aux.empty()) return "";
  return word(63, static_cast<std::int64_t>(aux.size())) + aux + std::string(aux.size() % 2, '\0');
}

}  // namespace

WfdbAnnotation annotationOf(std::int64_t sample, char symbol, const std::string& aux) {
  WfdbAnnotation annotation;
  annotation.sample = sample;
  annotation.aux = aux;
  for (annotation.code = 1; annotation.code < 50; ++annotation.code)
    if (annotation.symbol() == symbol) return annotation;
  throw std::invalid_argument(std::string("no annotation is called ") + symbol);
}

std::vector<WfdbAnnotation> waveOf(std::int64_t onset, std::int64_t peak, std::int64_t offset,
                                   char symbol, int number) {
  std::vector<WfdbAnnotation> wave = {annotationOf(onset, '('), annotationOf(peak, symbol),
                                      annotationOf(offset, ')')};
  for (WfdbAnnotation& annotation : wave) annotation.number = number;
  return wave;
}

std::string writeWfdbAnnotations(const std::vector<WfdbAnnotation>& annotations) {
  std::string out;
  std::int64_t sample = 0;
  int channel = 0, number = 0;
  for (const WfdbAnnotation& annotation : annotations) {
    std::int64_t interval = annotation.sample - sample;
    if (interval < 0 || interval > 0x3FF) {
      out += skip(interval);
      interval = 0;
    }
    out += word(annotation.code, interval);
    if (annotation.subtype != 0) out += word(61, annotation.subtype);
    if (annotation.channel != channel) out += word(62, annotation.channel);
    if (annotation.number != number) out += word(60, annotation.number);
    out += auxOf(annotation.aux);
    sample = annotation.sample;
    channel = annotation.channel;
    number = annotation.number;
  }
  return out + word(0, 0);
}

}  // namespace ecg::test
