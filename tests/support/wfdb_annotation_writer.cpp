#include "tests/support/wfdb_annotation_writer.h"

#include <algorithm>
#include <stdexcept>

#include "tests/support/put_bytes.h"

namespace ecg::test {
namespace {

std::string word(int code, std::int64_t value) {
  return putNumber(code << 10 | (value & 0x3FF), 2);
}

/// The high half of each 32-bit number before the low one; as many as it takes.
std::string skip(std::int64_t interval) {
  constexpr std::int64_t most = 0x7FFFFFFF;
  std::string out;
  for (std::int64_t left = interval; left != 0;) {
    const std::int64_t step = std::clamp(left, -most, most);
    out += word(59, 0) + putNumber(step >> 16, 2) + putNumber(step, 2);
    left -= step;
  }
  return out;
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
    // An interval of 0 and no code would be the mark of the end.
    if (interval < 0 || interval > 0x3FF || (interval == 0 && annotation.code == 0)) {
      out += skip(interval - 1);
      interval = 1;
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
