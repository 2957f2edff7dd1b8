#include "preprocess/sentence.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "preprocess/error.h"

using ecg::sentence;

TEST_CASE("sentence: texts of every kind, and whole numbers to their ends") {
  const std::string text = "x.edf";
  CHECK(sentence({text, ", byte ", std::size_t{128}, "."}) == "x.edf, byte 128.");
  CHECK(sentence({std::string_view(text).substr(2), std::string_view(), ""}) == "edf");
  CHECK(sentence({-5, " ", std::int64_t{INT64_MIN}}) == "-5 -9223372036854775808");
  CHECK(sentence({UINT64_MAX}) == "18446744073709551615");
  CHECK(sentence({}).empty());
}

TEST_CASE("reject: the code and the sentence of the error") {
  try {
    ecg::reject("truncated", {"x.edf ends at byte ", 7, "."});
  } catch (const ecg::InputError& error) {
    CHECK(error.code() == "truncated");
    CHECK(std::string(error.what()) == "x.edf ends at byte 7.");
  }
}
