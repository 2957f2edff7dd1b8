#include "models/dtype.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using founder::floatToHalf;
using founder::halfToFloat;

TEST_CASE("half precision rounds to nearest even and back without loss") {
  for (std::uint32_t half = 0; half < 0x10000; ++half) {
    const float value = halfToFloat(static_cast<std::uint16_t>(half));
    if (!std::isnan(value)) CHECK_MESSAGE(floatToHalf(value) == half, half);
  }
  CHECK(floatToHalf(1 + 0x1p-11f) == 0x3C00);
  CHECK(floatToHalf(1 + 3 * 0x1p-11f) == 0x3C02);
  CHECK(floatToHalf(1 + 0x1.002p-11f) == 0x3C01);
  CHECK(floatToHalf(65519.996f) == 0x7BFF);
  CHECK(floatToHalf(65520) == 0x7C00);
  CHECK(floatToHalf(-70000) == 0xFC00);
  CHECK(floatToHalf(0x1p-25f) == 0);
  CHECK(floatToHalf(0x1.8p-25f) == 1);
  CHECK(floatToHalf(0x1.8p-24f) == 2);
  CHECK(floatToHalf(std::numeric_limits<float>::quiet_NaN()) == 0x7E00);
}
