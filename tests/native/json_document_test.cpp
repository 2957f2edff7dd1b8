#include "models/json_document.h"

#include <doctest/doctest.h>

using founder::JsonDocument;
using founder::JsonValue;
using Fault = JsonDocument::Fault;

TEST_CASE("json document: values by their keys") {
  const JsonDocument document(
      R"({"a": {"b": [1, -2, 0.5, "x\u00e9", null, true, []]}, "": {}, "c": "last"})", 8);
  REQUIRE(document.fault() == Fault::none);
  const JsonValue root = document.root(), list = root.find("a").find("b");
  CHECK(root.isObject());
  REQUIRE(list.size() == 7);
  const std::vector<JsonValue> entries = list.entries();
  REQUIRE(entries.size() == 7);
  CHECK(entries[0].isCount());
  CHECK(entries[0].count() == 1);
  CHECK(entries[0].number() == 1);
  CHECK(entries[1].isNumber());
  CHECK_FALSE(entries[1].isCount());
  CHECK(entries[1].number() == -2);
  CHECK(entries[2].number() == 0.5);
  CHECK(entries[3].is("x\xC3\xA9"));
  CHECK(entries[4].isNull());
  CHECK(entries[4]);
  CHECK(entries[5].kind() == JsonValue::Kind::boolean);
  CHECK(entries[6].isList());
  CHECK(entries[6].entries().empty());
  CHECK(root.find("").isObject());
  CHECK(root.find("c").is("last"));
}

TEST_CASE("json document: what is not there is nothing, and asked for more it stays so") {
  const JsonDocument document(R"({"a": [{"b": 1}], "n": null})", 8);
  const JsonValue root = document.root();
  CHECK_FALSE(root.find("b"));
  CHECK(root.find("b").isNull());
  CHECK(root.find("n"));
  CHECK_FALSE(root.find("a").find("b"));
  CHECK_FALSE(root.find("b").find("b"));
  CHECK(root.text().empty());
  CHECK_FALSE(root.is(""));
  CHECK(root.size() == 0);
  CHECK(root.entries().empty());
  CHECK(root.find("a").members().empty());
  CHECK(root.count() == 0);
  CHECK(root.number() == 0);
}

TEST_CASE("json document: of the same key the last value counts") {
  const JsonDocument document(R"({"b": {"x": [1, 2]}, "a": 3, "b": 4})", 8);
  CHECK(document.root().find("b").count() == 4);
  const auto members = document.root().members();
  REQUIRE(members.size() == 2);
  CHECK(members.begin()->first == "a");
  CHECK(members.at("b").count() == 4);
}

TEST_CASE("json document: numbers at their limits") {
  const JsonDocument document(
      "[18446744073709551615, 18446744073709551616, -9223372036854775808, -0, 1e-400, 1.0]", 1);
  const std::vector<JsonValue> entries = document.root().entries();
  REQUIRE(entries.size() == 6);
  CHECK(entries[0].count() == UINT64_MAX);
  for (std::size_t i = 1; i < 6; ++i) CHECK_FALSE(entries[i].isCount());
  CHECK(entries[1].number() == 18446744073709551616.0);
  CHECK(entries[2].number() == -9223372036854775808.0);
  CHECK(entries[3].number() == 0);
  CHECK(entries[4].number() == 0);
  CHECK(entries[5].number() == 1);
}

TEST_CASE("json document: what is no JSON") {
  for (const char* text :
       {"", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "1.", ".5", "+1", "1e999", "NaN",
        "tru", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\x01\"", "\"\xFF\"",
        "\"\xED\xA0\x80\"", "\"\xC0\x80\"", "[] []", "[] // end", "\xEF\xBB[]"}) {
    CAPTURE(text);
    const JsonDocument document(text, 8);
    CHECK(document.fault() == Fault::syntax);
    CHECK_FALSE(document.root());
  }
  CHECK(JsonDocument("\xEF\xBB\xBF[\"\\ud83d\\ude00\"]", 8).fault() == Fault::none);
}

TEST_CASE("json document: depth is bounded, and counted in lists and objects around a value") {
  CHECK(JsonDocument("[[1]]", 2).fault() == Fault::none);
  CHECK(JsonDocument("[[[]]]", 2).fault() == Fault::none);
  CHECK(JsonDocument("[[[1]]]", 2).fault() == Fault::depth);
  CHECK(JsonDocument("{\"a\":{\"b\":{\"c\":1}}}", 2).fault() == Fault::depth);
  CHECK(JsonDocument(std::string(1000000, '['), 8).fault() == Fault::depth);
}

TEST_CASE("json document: what is kept grows with the members, repeated keys included") {
  std::string keys = "{\"a\":0", objects = "[{\"a\":0}";
  constexpr int many = 200000;
  for (int i = 1; i < many; ++i) keys += ",\"" + std::to_string(i % 1000) + "\":0";
  for (int i = 1; i < many; ++i) objects += ",{\"a\":0}";
  CHECK(JsonDocument(keys + "}", 8).size() == 1 + 2 * many);
  CHECK(JsonDocument(objects + "]", 8).size() == 1 + 3 * many);
}
