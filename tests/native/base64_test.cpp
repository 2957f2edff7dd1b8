#include "preprocess/formats/base64.h"

#include <doctest/doctest.h>

#include <string>

#include "preprocess/error.h"

using ecg::decodeBase64;

namespace {

std::string decoded(const std::string& text) {
  const auto bytes = decodeBase64(text, "x.xml");
  return {bytes.begin(), bytes.end()};
}

std::string refused(const std::string& text) {
  try {
    decodeBase64(text, "x.xml");
  } catch (const ecg::InputError& error) {
    CHECK(error.code() == "bad-base64");
    return error.what();
  }
  FAIL_CHECK("decoded: " << text);
  return "";
}

bool names(const std::string& sentence, const std::string& part) {
  return sentence.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("base64: the vectors of RFC 4648, with and without their padding") {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"Zg==", "f"},
                                                         {"Zm8=", "fo"},
                                                         {"Zm9v", "foo"},
                                                         {"Zm9vYg==", "foob"},
                                                         {"Zm9vYmE=", "fooba"},
                                                         {"Zm9vYmFy", "foobar"}};
  for (const auto& [text, bytes] : vectors) {
    CHECK(decoded(text) == bytes);
    const std::string bare = text;
    CHECK(decoded(bare.substr(0, bare.find('='))) == bytes);
  }
}

TEST_CASE("base64: every value of every digit") {
  std::string text;
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char c : digits) text += std::string("AAA") + c;
  const auto bytes = decodeBase64(text, "x.xml");
  REQUIRE(bytes.size() == 192);
  for (std::size_t i = 0; i < 64; ++i) CHECK(bytes[3 * i + 2] == i);
  CHECK(decoded("////") == "\xFF\xFF\xFF");
}

TEST_CASE("base64: blanks and line breaks anywhere") {
  CHECK(decoded("\r\n Z m\t9v\r\nYg = =\n") == "foob");
  CHECK(decoded(" \n ") == "");
}

TEST_CASE("base64: what is not base64 is refused with its place") {
  CHECK(names(refused("Zm9v*g=="), "a character that is none of it at character 5;"));
  CHECK(names(refused("Zm9-"), "character 4;"));
  CHECK(names(refused("Zg==Zg=="), "more after its padding at character 5;"));
  CHECK(names(refused("Zg==="), "padding out of place at character 5;"));
  CHECK(names(refused("=Zg"), "padding out of place at character 1;"));
  CHECK(names(refused("Z="), "padding out of place at character 2;"));
  CHECK(names(refused("Zm9v="), "padding out of place at character 5;"));
  CHECK(names(refused("Zm9vZ"), "an early end at character 6;"));
  CHECK(names(refused("Zg="), "an early end at character 4;"));
  CHECK(names(refused(std::string("Zm\0v", 4)), "character 3;"));
}
