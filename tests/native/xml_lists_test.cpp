#include <doctest/doctest.h>

#include <cmath>

#include "preprocess/error.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/formats/xml/timestamp.h"

using ecg::xml::Calibration;
using ecg::xml::isoTime;
using ecg::xml::ListSeparator;
using ecg::xml::readNumbers;

TEST_CASE("xml lists: whole numbers, decimals, blanks and commas") {
  const auto read = [](const char* text, ListSeparator separator) {
    return readNumbers(text, separator, {}, "x");
  };
  using List = std::vector<float>;
  CHECK(read("", ListSeparator::blanks).empty());
  CHECK(read(" 1\t-2\r\n+3 ", ListSeparator::blanks) == List{1, -2, 3});
  CHECK(read("0.5 -1e2 123456789012345678", ListSeparator::blanks) ==
        List{0.5f, -100, 123456789012345678.0f});
  CHECK(read("1,2 , 3,", ListSeparator::commasOrBlanks) == List{1, 2, 3});
  const auto gaps = read(",1,,2", ListSeparator::commasOrBlanks);
  REQUIRE(gaps.size() == 4);
  CHECK(std::isnan(gaps[0]));
  CHECK(std::isnan(gaps[2]));
  CHECK_THROWS_AS(read("1,2", ListSeparator::blanks), ecg::InputError);
  CHECK_THROWS_AS(read("1 --2", ListSeparator::blanks), ecg::InputError);
  CHECK_THROWS_AS(read("inf", ListSeparator::blanks), ecg::InputError);
  CHECK(readNumbers("2", ListSeparator::blanks, Calibration{1, 5, 1000}, "x") == List{0.011f});
}

TEST_CASE("xml lists: times") {
  const std::pair<const char*, const char*> times[] = {
      {"", ""},
      {"2002", "2002"},
      {"200211", "2002-11"},
      {"20021122", "2002-11-22"},
      {"2002112209", "2002-11-22T09:00"},
      {"200211220910", "2002-11-22T09:10"},
      {" 20021122091005 ", "2002-11-22T09:10:05"},
      {"20021122091005.000", "2002-11-22T09:10:05"},
      {"20021122091005.250-0500", "2002-11-22T09:10:05.25-05:00"},
      {"00000000", ""},
      {"0000-00-00", ""},
      {"1990-05-15", "1990-05-15"},
      {"200211220", "200211220"},
      {"22 Nov 2002", "22 Nov 2002"}};
  for (const auto& [stored, iso] : times) CHECK(isoTime(stored) == iso);
}
