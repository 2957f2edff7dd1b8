#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "preprocess/formats/ishne/ishne.h"
#include "tests/support/reader_checks.h"

using ecg::ishneFormat;
using namespace ecg::test;

TEST_CASE("ishne corpus: two leads of MIT-BIH 201 agree with their source") {
  const std::string path = "ishne_derived/mitdb_201_2lead_360hz_120s.ecg";
  const auto bytes = corpusBytes(path);
  auto json = corpusBytes("expected.json");
  if (!bytes || !json) return;
  for (std::size_t at = 0; (at = json->find("NaN", at)) != std::string::npos;)
    json->replace(at, 3, "0");
  const auto expected = nlohmann::json::parse(*json)[path];
  const auto r = ishneFormat().read(oneFile("mitdb_201.ecg", *bytes), {}).recording;
  CHECK(r.samplingRate == expected["fs"].get<double>());
  CHECK(r.length == expected["n_samples"].get<std::size_t>());
  REQUIRE(r.leads.size() == expected["leads"].size());
  CHECK(r.diagnostics.empty());
  for (std::size_t lead = 0; lead < r.leads.size(); ++lead) {
    const std::string name = expected["leads"][lead];
    CHECK(r.leads[lead].name == name);
    for (std::size_t i = 0; i < 8; ++i)
      CHECK(r.lead(lead)[i] == expected["first8_mV"][name][i].get<float>());
    const auto [low, high] = std::minmax_element(r.lead(lead), r.lead(lead) + r.length);
    CHECK(*low == expected["min_mV"][lead].get<float>());
    CHECK(*high == expected["max_mV"][lead].get<float>());
  }
}
