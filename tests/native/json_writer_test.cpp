#include "models/json_writer.h"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

using founder::JsonWriter;
using Json = nlohmann::ordered_json;

namespace {

std::string textAs(JsonWriter::Layout layout, const std::string& text) {
  return JsonWriter(layout).text(text).bytes();
}

std::string numberAs(double value) {
  return JsonWriter(JsonWriter::Layout::compact).number(value).bytes();
}

/// What nlohmann/json writes, which reports were always written with.
std::string theirs(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

void write(JsonWriter& out) {
  out.beginObject().key("none").beginObject().end().key("empty").beginList().end();
  out.key("list").beginList().text("a").count(1).beginObject().key("b").null().end();
  out.beginList().number(0.5).count(std::nullopt).number(std::nullopt).end().end();
  out.key("texts").texts({"x", "y"}).key("name").textOrNull("").key("k\"\n").textOrNull("v").end();
}

const Json same = {{"none", Json::object()},
                   {"empty", Json::array()},
                   {"list", {"a", 1, {{"b", nullptr}}, Json::array({0.5, nullptr, nullptr})}},
                   {"texts", {"x", "y"}},
                   {"name", nullptr},
                   {"k\"\n", "v"}};

}  // namespace

TEST_CASE("json writer: both layouts are those of nlohmann/json") {
  JsonWriter compact(JsonWriter::Layout::compact), indented(JsonWriter::Layout::indented);
  write(compact);
  write(indented);
  CHECK(compact.bytes() == theirs(same));
  CHECK(indented.bytes() == theirs(same, 2));
}

TEST_CASE("json writer: texts, and bytes that are no UTF-8") {
  CHECK(textAs(JsonWriter::Layout::compact, "a\xC3\xA9\x7F\x01\"\\/\b\f\n\r\t") ==
        "\"a\xC3\xA9\x7F\\u0001\\\"\\\\/\\b\\f\\n\\r\\t\"");
  CHECK(textAs(JsonWriter::Layout::indented, "\xE2\x82" "a\xFF\xF0\x9F\x98") ==
        "\"\xEF\xBF\xBD" "a\xEF\xBF\xBD\xEF\xBF\xBD\"");
  // Every pair of bytes before and after the edges of every range, and sequences cut and broken.
  const unsigned char edges[] = {0x00, 0x1F, 0x22, 0x5C, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
                                 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
  for (const unsigned char a : edges)
    for (const unsigned char b : edges)
      for (const unsigned char c : edges) {
        const std::string text = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)};
        const std::string longer = text + "\x80\x80z";
        if (textAs(JsonWriter::Layout::compact, text) != theirs(text) ||
            textAs(JsonWriter::Layout::compact, longer) != theirs(longer))
          FAIL("bytes " << int(a) << " " << int(b) << " " << int(c));
      }
}

TEST_CASE("json writer: numbers") {
  CHECK(numberAs(0) == "0.0");
  CHECK(numberAs(-0.0) == "-0.0");
  CHECK(numberAs(1) == "1.0");
  CHECK(numberAs(0.1) == "0.1");
  CHECK(numberAs(1.0 / 3) == "0.3333333333333333");
  CHECK(numberAs(1e15) == "1e+15");
  CHECK(numberAs(123456789012345) == "123456789012345.0");
  CHECK(numberAs(1e-5) == "1e-05");
  CHECK(numberAs(std::numeric_limits<double>::infinity()) == "null");
  CHECK(numberAs(std::numeric_limits<double>::quiet_NaN()) == "null");
  std::mt19937_64 random(1);
  for (int i = 0; i < 200000; ++i) {
    const std::uint64_t bits = random();
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    if (i % 2) value = static_cast<double>(bits >> 11) * 0x1p-53;
    if (numberAs(value) != theirs(value)) FAIL(numberAs(value) << " is not " << theirs(value));
  }
  JsonWriter out(JsonWriter::Layout::compact);
  CHECK(out.count(UINT64_MAX).bytes() == "18446744073709551615");
}
