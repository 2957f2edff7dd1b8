#include <doctest/doctest.h>

#include "preprocess/formats/sierra/limb_leads.h"
#include "preprocess/formats/sierra/lzw.h"
#include "preprocess/formats/sierra/xli.h"
#include "tests/support/sierra_writer.h"
#include "tests/support/xli_writer.h"

using namespace ecg::sierra;
using namespace ecg::test;

namespace {

std::string unpack(const std::string& packed, std::size_t most = 1 << 20) {
  const auto bytes =
      decodeLzw({reinterpret_cast<const std::uint8_t*>(packed.data()), packed.size()}, most, "x");
  return {bytes.begin(), bytes.end()};
}

std::vector<std::uint8_t> bytesOf(const std::string& text) { return {text.begin(), text.end()}; }

std::string codeOf(const std::vector<std::uint8_t>& bytes, std::size_t leads, std::size_t length) {
  try {
    decodeXli(bytes, leads, length, "x.xml");
  } catch (const ecg::InputError& error) {
    CHECK(std::string(error.what()).find("x.xml") == 0);
    return error.code();
  }
  return "";
}

}  // namespace

TEST_CASE("sierra lzw: what the encoder packs comes back, a full dictionary included") {
  std::string text;
  CHECK(unpack(packLzw(text)).empty());
  for (unsigned i = 0, x = 1; i < 20000; ++i) {
    text += static_cast<char>((x >> 16) % (i < 10000 ? 7 : 251));
    x = x * 1664525u + 1013904223u;
  }
  for (const std::size_t size : {1, 2, 3, 4, 5, 6, 1000, 20000})
    CHECK(unpack(packLzw(text.substr(0, size))) == text.substr(0, size));
  const std::string same(5000, 'a');
  CHECK(unpack(packLzw(same)) == same);
  // Without the end code the bytes end it, to the last code.
  CHECK(unpack(std::string("\x18\x40", 2)) == "a");
  CHECK(unpack(std::string("\x18\x46\x20", 3)) == "ab");
}

TEST_CASE("sierra lzw: hostile codes and lengths") {
  CHECK_THROWS_AS(unpack(std::string("\x40\x00", 2)), ecg::InputError);  // 256 comes first
  CHECK_THROWS_AS(unpack(std::string("\x18\x7F\x80", 3)), ecg::InputError);
  CHECK_THROWS_AS(unpack(packLzw(std::string(5000, 'a')), 4999), ecg::InputError);
  CHECK(unpack(packLzw(std::string(5000, 'a')), 5000).size() == 5000);
  CHECK_THROWS_AS(unpack(packLzw("a"), 0), ecg::InputError);
}

TEST_CASE("sierra xli: chunks come back exactly, over the whole range") {
  const std::vector<std::vector<int>> leads = {{0, 0, 0, 0, 0},
                                               {1, -1, 5, -700, 12},
                                               {-32768, -32767, -32766, -32700, -32500},
                                               {32767, 32767, 32000, 31990, 20000}};
  std::string stream;
  for (const auto& lead : leads) stream += xliChunk(lead);
  const auto found = decodeXli(bytesOf(stream + "tail"), 4, 5, "x.xml");
  CHECK(found.further == 0);
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(std::vector<int>(found.samples[i].begin(), found.samples[i].end()) == leads[i]);
  CHECK(decodeXli(bytesOf(stream), 1, 5, "x.xml").further == 3);
}

TEST_CASE("sierra xli: short, long and wild chunks are refused") {
  const std::string chunk = xliChunk({1, 2, 3, 4});
  CHECK(codeOf(bytesOf(chunk), 1, 4).empty());
  CHECK(codeOf(bytesOf(chunk), 2, 4) == "truncated");
  CHECK(codeOf(bytesOf(chunk), 1, 5) == "truncated");
  CHECK(codeOf(bytesOf(chunk), 1, 3) == "bad-chunk");
  CHECK(codeOf(bytesOf(xliChunk({0, 32767, 0, 40000})), 1, 4) == "bad-chunk");
  auto huge = bytesOf(chunk);
  huge[0] = huge[1] = huge[2] = huge[3] = 0xFF;
  CHECK(codeOf(huge, 1, 4) == "truncated");
  for (std::size_t size = 0; size < chunk.size(); ++size)
    CHECK(codeOf(bytesOf(chunk.substr(0, size)), 1, 4) == "truncated");
}

TEST_CASE("sierra limb leads: put together exactly, halves rounded down") {
  const auto leads = SierraFile::twelveLeads(100);
  std::vector<std::vector<std::int32_t>> stored;
  for (const auto& lead : storedForXli(leads)) stored.emplace_back(lead.begin(), lead.end());
  std::vector<std::string> names = {"I", "II", "III", "aVR", "aVL", "aVF", "V1"};
  restoreLimbLeads(names, stored, "x.xml");
  for (std::size_t i = 0; i < 12; ++i)
    CHECK(std::vector<int>(stored[i].begin(), stored[i].end()) == leads[i]);
  std::vector<std::vector<std::int32_t>> odd = {{-3}, {0}, {0}, {0}, {0}, {0}};
  names.resize(6);
  restoreLimbLeads(names, odd, "x.xml");
  CHECK(odd == std::vector<std::vector<std::int32_t>>{{-3}, {0}, {3}, {2}, {-3}, {1}});
}

TEST_CASE("sierra limb leads: elsewhere they are refused, without them nothing is done") {
  std::vector<std::vector<std::int32_t>> leads = {{1}, {2}, {3}};
  const auto before = leads;
  restoreLimbLeads({"I", "II", "V1"}, leads, "x.xml");
  CHECK(leads == before);
  CHECK_THROWS_AS(restoreLimbLeads({"I", "II", "III"}, leads, "x.xml"), ecg::InputError);
  CHECK_THROWS_AS(restoreLimbLeads({"V1", "aVF", "I"}, leads, "x.xml"), ecg::InputError);
}
