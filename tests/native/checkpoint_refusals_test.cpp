#include <doctest/doctest.h>

#include <map>

#include "tests/native/checkpoint_checks.h"
#include "tests/support/fuzz_seeds_models.h"
#include "tests/support/pickle_writer.h"
#include "tests/support/zip_writer.h"

namespace {

using namespace founder;
using namespace founder::test;
using namespace std::string_literals;

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("each defect gives one sentence that names it") {
  const std::map<std::string, std::pair<std::string, std::string>> wanted = {
      {"none", {"none", ""}},
      {"missing-tensor", {"missing-tensor", "\"stage_list.2.block_list.0.se_fc2.bias\""}},
      {"extra-tensor", {"unexpected-tensor", "\"extra.weight\""}},
      {"wrong-shape", {"wrong-shape", "\"dense.bias\" has shape [6] where [5]"}},
      {"foreign-global", {"foreign-global", "\"os.system\""}},
      {"truncated", {"truncated", "cut short"}},
      {"corrupt-crc", {"corrupt", "\"dense.weight\""}},
      {"compressed-entry", {"compressed-entry", "\"archive/data.pkl\""}},
      {"zip-bomb", {"compressed-entry", "\"archive/data/0\""}}};
  for (const auto& item : wanted) {
    const std::string& name = item.first;
    const auto& error = item.second;
    CAPTURE(name);
    const std::string found = errorOf(torchBytes(small(defectNamed(name))));
    CHECK(found.substr(0, found.find(':')) == error.first);
    CHECK(found.find(error.second) != std::string::npos);
  }
  for (const char* name : {"missing-tensor", "extra-tensor", "wrong-shape", "truncated"}) {
    const std::string code = wanted.at(name).first;
    CHECK(codeOf(safetensorsBytes(small(defectNamed(name)))) == code);
  }
}

TEST_CASE("a file cut anywhere is refused and never read past its end") {
  for (const std::string& bytes : {torchBytes(small()), safetensorsBytes(small())})
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 16) {
      const std::string code = codeOf(bytes.substr(0, size));
      CAPTURE(size);
      CHECK((code == "truncated" || code == "not-a-checkpoint"));
    }
  const std::string whole = torchBytes(small());
  for (std::size_t cut = 1; cut < 200; ++cut)
    CHECK(codeOf(whole.substr(0, whole.size() - cut)) == "truncated");
}

TEST_CASE("what is no checkpoint says so") {
  CHECK(codeOf("") == "not-a-checkpoint");
  CHECK(codeOf("P") == "not-a-checkpoint");
  CHECK(codeOf("\x89PNG\r\n\x1a\n and so on, for a while") == "not-a-checkpoint");
  CHECK(codeOf(onnxBytes()) == "not-a-checkpoint");
  CHECK(codeOf("<!DOCTYPE html><html>404</html>") == "not-a-checkpoint");
  CHECK(codeOf("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9 j\xa8P\x19.") == "old-checkpoint");
  MemorySink sink;
  ZipWriter zip(sink);
  zip.begin("word/document.xml");
  zip.write("x", 1);
  zip.end();
  zip.finish();
  CHECK(codeOf({sink.bytes.begin(), sink.bytes.end()}) == "not-a-checkpoint");
}

TEST_CASE("strange pickles in a checkpoint") {
  CHECK(codeOf(zipOfPickle("\x80\x02}.")) == "no-state-dict");
  CHECK(codeOf(zipOfPickle("\x80\x02K\1.")) == "no-state-dict");
  PickleWriter state;
  state.op("}").text("state_dict").op("}").text("weight").integer(1).op("ss.");
  CHECK(codeOf(zipOfPickle(state.bytes)) == "no-state-dict");
  CHECK(codeOf(zipOfPickle("\x80\x02(")) == "truncated");
  CHECK(codeOf(zipOfPickle("\x80\x02" + std::string(1000000, '(') + std::string(1000000, 't') +
                           ".")) == "no-state-dict");
}

TEST_CASE("entries may not overlap") {
  std::string bytes = torchBytes(small());
  const std::size_t directory = bytes.find("PK\1\2");
  const std::size_t next = bytes.find("PK\1\2", directory + 1);
  bytes.replace(next + 42, 4, le(4, 4));
  CHECK(codeOf(bytes) == "bad-zip");
}

TEST_CASE("a directory that claims too much is refused before anything is allocated") {
  std::string bytes = torchBytes(small());
  const std::size_t zip64 = bytes.rfind("PK\6\6");
  std::string entries = bytes;
  entries.replace(zip64 + 32, 8, le(1000000000, 8));
  CHECK(codeOf(entries) == "bad-zip");
  std::string size = bytes;
  size.replace(zip64 + 40, 8, le(std::uint64_t{1} << 62, 8));
  CHECK(codeOf(size) == "bad-zip");
  std::string offset = bytes;
  offset.replace(zip64 + 48, 8, std::string(8, '\xff'));
  CHECK(codeOf(offset) == "bad-zip");
  std::string locator = bytes;
  locator.replace(bytes.rfind("PK\6\7") + 8, 8, std::string(8, '\xff'));
  CHECK(codeOf(locator) == "bad-zip");
}

TEST_CASE("weights that are no numbers, or too large for half precision, are refused by name") {
  std::string bytes = safetensorsBytes(small());
  const auto last = bytes.size() - 4;
  bytes.replace(last, 4, le(0x7FC00000, 4));
  CHECK(errorOf(bytes).find("not-finite: Tensor \"dense.bias\"") == 0);
  bytes.replace(last, 4, le(0x47C35000, 4));  // 100000
  CHECK(errorOf(bytes) == "none");
  CHECK(errorOf(bytes, WeightType::fp16).find("fp16-overflow: Tensor") == std::string::npos);
  const std::size_t weight = last - 4 * 4 - 4;  // the last of dense.weight
  bytes.replace(weight, 4, le(0x47C35000, 4));
  CHECK(errorOf(bytes, WeightType::fp16).find("fp16-overflow: Tensor \"dense.weight\"") == 0);
}

TEST_CASE("safetensors headers that lie") {
  const std::string good = safetensorsBytes(small());
  const auto damaged = [&](const std::string& from, const std::string& to) {
    std::string bytes = good;
    replace(bytes, from, to);
    return codeOf(bytes);
  };
  CHECK(damaged("\"F32\"", "\"F33\"") == "bad-safetensors");
  CHECK(damaged("\"shape\"", "\"shave\"") == "bad-safetensors");
  CHECK(damaged("[4,2,7]", "[4,2,8]") == "bad-safetensors");
  CHECK(damaged("[4,2,7]", "[4,2,x]") == "bad-safetensors");
  CHECK(damaged("[4,2,7]", "[-4,27]") == "bad-safetensors");
  CHECK(damaged("\"data_offsets\":[0,", "\"data_offsets\":[1,") == "bad-safetensors");
  CHECK(damaged("\"dtype\":\"F32\"", "\"dtype\":   32 ") == "bad-safetensors");
  CHECK(codeOf(good + "x") == "bad-safetensors");
  CHECK(codeOf("\xff\xff\xff\xff\xff\xff\xff\x7f{\"a\":1}"s) == "bad-safetensors");
  const std::string deep(1000000, '[');
  CHECK(codeOf(le(deep.size() + 1, 8) + "{" + deep) == "bad-safetensors");
  const std::string nested = "{\"a\":" + deep;
  CHECK(codeOf(le(nested.size(), 8) + nested) == "bad-safetensors");
}
