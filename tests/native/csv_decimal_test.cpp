#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "preprocess/formats/decimal.h"

using ecg::DecimalMark;
using ecg::parseDecimal;

TEST_CASE("decimal numbers are read to the nearest double") {
  for (const char* text :
       {"0", "-0", "1", "+1.5", ".5", "3.", "-12.25e-3", "1e22", "1e23", "9007199254740993", "0.1",
        "123456789012345678901234567890", "4.9e-324", "2.2250738585072011e-308",
        "1.7976931348623157e308", "0.00000000000000000000000000000000001"}) {
    CAPTURE(text);
    REQUIRE(parseDecimal(text));
    CHECK(parseDecimal(text)->value == std::strtod(text, nullptr));
  }
  std::mt19937_64 random(1);
  std::size_t different = 0;
  for (int i = 0; i < 20000; ++i) {
    char text[64];
    const double value = (static_cast<double>(random()) / 1e19 - 0.9) * (i % 2 ? 1e-3 : 1e6);
    std::snprintf(text, sizeof text, "%.*g", 1 + i % 18, value);
    const auto decimal = parseDecimal(text);
    if (!decimal || decimal->value != std::strtod(text, nullptr)) ++different;
  }
  CHECK(different == 0);
}

TEST_CASE("decimal marks, and what is no number") {
  CHECK(parseDecimal("0,25")->value == 0.25);
  CHECK(parseDecimal("0,25")->mark == DecimalMark::comma);
  CHECK(parseDecimal("0.25")->mark == DecimalMark::point);
  CHECK(parseDecimal("25")->mark == DecimalMark::none);
  CHECK(parseDecimal("1,2345678901234567890123")->value == 1.2345678901234567890123);
  CHECK(parseDecimal("1e400")->value == HUGE_VAL);
  for (const char* text : {"", "-", "+", ".", "1.2.3", "1,2.3", "1,", "1e", "e5", "1e+", "--1",
                           "1 ", " 1", "nan", "inf", "0x10", "1f", "1_0"}) {
    CAPTURE(text);
    CHECK_FALSE(parseDecimal(text));
  }
  CHECK_FALSE(parseDecimal(std::string(500, '1')));
}
