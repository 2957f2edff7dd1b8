#include "preprocess/formats/wfdb_annotations.h"

#include <doctest/doctest.h>

#include "tests/support/fuzz_seeds.h"
#include "tests/support/put_bytes.h"
#include "tests/support/wfdb_annotation_writer.h"

using namespace ecg::test;
using ecg::WfdbAnnotation;
using ecg::WfdbAnnotations;

namespace {

WfdbAnnotations readBytes(const std::string& bytes) {
  return ecg::readWfdbAnnotations(
      {"100.atr", {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}});
}

std::string refusal(const std::string& bytes, const std::string& code) {
  try {
    readBytes(bytes);
  } catch (const ecg::InputError& error) {
    const std::string sentence = error.what();
    CHECK_MESSAGE(error.code() == code, sentence);
    CHECK_MESSAGE(sentence.find("100.atr") == 0, sentence);
    CHECK_MESSAGE(sentence.back() == '.', sentence);
    return sentence;
  }
  FAIL_CHECK("read where " << code << " was expected");
  return "";
}

bool same(const WfdbAnnotation& a, const WfdbAnnotation& b) {
  return a.sample == b.sample && a.code == b.code && a.subtype == b.subtype &&
         a.channel == b.channel && a.number == b.number && a.aux == b.aux;
}

std::string word(int code, int value) { return putNumber(code << 10 | value, 2); }

}  // namespace

TEST_CASE("wfdb annotations: samples, symbols and every field") {
  std::vector<WfdbAnnotation> written = {annotationOf(18, '+', "(N"), annotationOf(77, 'N'),
                                         annotationOf(1100, 'V'), annotationOf(2200, '~'),
                                         annotationOf(2000, '"', "odd")};
  written[2].number = -3;
  written[3].number = -3;
  written[3].subtype = -1;
  written[3].channel = 200;
  written[4].channel = 1;
  const auto read = readBytes(writeWfdbAnnotations(written));
  CHECK(read.samplingRate == 0);
  REQUIRE(read.all.size() == written.size());
  std::string symbols;
  for (std::size_t i = 0; i < written.size(); ++i) {
    CHECK(same(read.all[i], written[i]));
    symbols += read.all[i].symbol();
  }
  CHECK(symbols == "+NV~\"");
}

TEST_CASE("wfdb annotations: bytes as the documentation has them") {
  // 12 samples later an N; 66000 samples after that a paced beat, of channel 1 and those after it.
  const std::string bytes = word(1, 12) + word(59, 0) + putNumber(1, 2) + putNumber(464, 2) +
                            word(12, 0) + word(62, 1) + word(63, 3) + "abc" + std::string(1, '\0') +
                            word(1, 1023) + word(0, 0) + "and what is left of a block";
  const auto read = readBytes(bytes).all;
  REQUIRE(read.size() == 3);
  CHECK(read[0].sample == 12);
  CHECK(read[1].sample == 66012);
  CHECK(read[1].symbol() == '/');
  CHECK(read[1].aux == "abc");
  CHECK(read[2].sample == 67035);
  CHECK(read[2].channel == 1);
  CHECK(read[0].channel == 0);
}

TEST_CASE("wfdb annotations: every code has the standard's mnemonic") {
  const std::string mnemonics = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r        ";
  for (int code = 1; code < 50; ++code) {
    const auto read = readBytes(word(code, 1) + word(0, 0)).all;
    REQUIRE(read.size() == 1);
    CHECK(read[0].code == code);
    CHECK(read[0].symbol() == mnemonics[static_cast<std::size_t>(code)]);
  }
}

TEST_CASE("wfdb annotations: a rate of their own") {
  const auto read = readBytes(writeWfdbAnnotations(
      {annotationOf(0, '"', "## time resolution: 1000.5"), annotationOf(5, 'N')}));
  CHECK(read.samplingRate == 1000.5);
  CHECK(read.all.size() == 2);
  CHECK(readBytes(writeWfdbAnnotations({annotationOf(9, '"', "## time resolution: 7")}))
            .samplingRate == 0);
  for (const char* rate : {"", " 0", " -1", " x", " 1e300"})
    refusal(writeWfdbAnnotations({annotationOf(0, '"', std::string("## time resolution:") + rate)}),
            "bad-annotations");
}

TEST_CASE("wfdb annotations: an empty list, and aux up to its NUL") {
  CHECK(readBytes(word(0, 0)).all.empty());
  const auto read =
      readBytes(writeWfdbAnnotations({annotationOf(1, '+', std::string("(B\0x", 4))}));
  CHECK(read.all[0].aux == "(B");
}

TEST_CASE("wfdb annotations: what cannot be is refused, by the byte") {
  CHECK(refusal(word(1, 1) + word(55, 1) + word(0, 0), "bad-annotations")
            .find("the annotation code 55, which does not exist, at byte 2") != std::string::npos);
  CHECK(refusal(word(63, 2) + "ab" + word(0, 0), "bad-annotations")
            .find("before its first annotation, at byte 0") != std::string::npos);
  CHECK(refusal(word(1, 5) + word(59, 0) + putNumber(-1, 2) + putNumber(-9, 2) + word(1, 0),
                "bad-annotations")
            .find("before the record's first sample at byte 8") != std::string::npos);
  CHECK(refusal(std::string(1, '\0') + "N" + std::string(14, '\0'), "unsupported-format")
            .find("AHA") != std::string::npos);
}

TEST_CASE("wfdb annotations: a file is whole, or refused, at every length") {
  for (const auto& seed : annotationSeeds()) {
    const std::string& bytes = seed.second;
    std::size_t end = bytes.size();
    try {
      readBytes(bytes);
    } catch (const ecg::InputError&) {
      continue;
    }
    for (std::size_t size = 0; size < end; ++size)
      CHECK(refusal(bytes.substr(0, size), "truncated").find("ends at byte") != std::string::npos);
  }
}
