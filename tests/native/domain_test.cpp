#include "models/domain.h"

#include <doctest/doctest.h>

#include "models/error.h"

namespace {

const std::string card =
    R"({"domain": {"description": "hand-held recordings", "wearables": ["hand-held"]}})";

}  // namespace

TEST_CASE("a model says which recordings its card does not cover") {
  CHECK_FALSE(founder::outsideDomain(card, ""));
  CHECK_FALSE(founder::outsideDomain(card, "hand-held"));
  CHECK(
      *founder::outsideDomain(card, "watch") ==
      "This recording was made with a watch, and the model was made from and measured on hand-held "
      "recordings: its figures are not known to hold here.");
}

TEST_CASE("a damaged model card is refused in one sentence") {
  for (const char* text : {"", "[]", "{}", R"({"domain": 3})", R"({"domain": {"wearables": []}})",
                           R"({"domain": {"description": "x"}})",
                           R"({"domain": {"description": "x", "wearables": "watch"}})"})
    CHECK_THROWS_AS(founder::outsideDomain(text, "watch"), founder::ModelError);
}
