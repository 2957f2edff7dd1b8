#include "models/evidence.h"

#include <doctest/doctest.h>

#include <string>

#include "models/error.h"

namespace {

const std::string sha(64, 'a');
const std::vector<std::string> labels = {"A", "B"};

std::string report(const std::string& entries, const std::string& model = std::string(64, 'a')) {
  return R"({"dataset": "PTB-XL", "model": {"name": "m", "sha256": ")" + model +
         R"("}, "mean": {}, "labels": [)" + entries + "]}";
}

const std::string entryA =
    R"({"label": "A", "n": 90, "positives": 20, "auroc": 0.9, "aurocCi": [0.8, 0.95]})";

/// What reading this is refused with: its code and its sentence.
std::string refusal(const std::string& text, const std::string& loaded = sha) {
  try {
    founder::readEvidence(text, loaded, labels);
    return "";
  } catch (const founder::ModelError& error) {
    return error.code() + ": " + error.what();
  }
}

void refused(const std::string& text, const std::string& says) {
  const std::string sentence = refusal(text);
  CHECK_MESSAGE(sentence.find("bad-evidence: ") == 0, sentence);
  CHECK_MESSAGE(sentence.find(says) != std::string::npos, sentence);
}

}  // namespace

TEST_CASE("evidence: what was measured, per label") {
  const auto known = founder::readEvidence(
                         report(entryA + R"(, {"label": "B", "n": 90, "positives": 0, "auroc": null,
                           "aurocCi": [null, null], "operatingPoint": {"score": 0.31}})"),
                         sha, labels)
                         .labels;
  REQUIRE(known.size() == 2);
  CHECK(known[0].label == "A");
  REQUIRE(known[0].evidence);
  CHECK(known[0].evidence->dataset == "PTB-XL");
  CHECK(known[0].evidence->n == 90);
  CHECK(known[0].evidence->positives == 20);
  CHECK(known[0].evidence->auroc == 0.9);
  CHECK(known[0].evidence->aurocLow == 0.8);
  CHECK(known[0].evidence->aurocHigh == 0.95);
  CHECK_FALSE(known[0].operatingPoint);
  CHECK_FALSE(known[1].evidence->auroc);
  CHECK_FALSE(known[1].evidence->aurocLow);
  CHECK(known[1].operatingPoint == 0.31);
}

TEST_CASE("evidence: an operating point that nobody fitted is none") {
  const auto known =
      founder::readEvidence(
          report(
              R"({"label": "A", "n": 9, "positives": 2, "operatingPoint": {"score": 0.5, "source": "default"}},
                {"label": "B", "n": 9, "positives": 2, "operatingPoint": {"score": 0.5, "source": "fitted"}})"),
          sha, labels)
          .labels;
  CHECK_FALSE(known[0].operatingPoint);
  CHECK(known[1].operatingPoint == 0.5);
}

TEST_CASE("evidence: the data set may be unnamed, and no label measured") {
  CHECK(
      founder::readEvidence(R"({"model": {"sha256": ")" + sha + R"("}, "labels": []})", sha, labels)
          .labels.empty());
}

TEST_CASE("evidence: the preset that it was measured with") {
  const auto with = [](const std::string& rest) {
    return R"({"model": {"sha256": ")" + sha + R"("}, "labels": [])" + rest + "}";
  };
  CHECK(founder::readEvidence(with(R"(, "preset": "paper")"), sha, labels).preset == "paper");
  CHECK(founder::readEvidence(with(""), sha, labels).preset.empty());
  refused(with(R"(, "preset": 3)"), "preset is no text");
}

TEST_CASE("evidence about another model is refused") {
  CHECK(refusal(report(entryA, std::string(64, 'b'))).find("other-model: ") == 0);
  CHECK(refusal(report(entryA), "").find("other-model: ") == 0);
  refused(report(entryA, "abc"), "model.sha256");
  refused(R"({"labels": []})", "model.sha256");
}

TEST_CASE("evidence that cannot be is refused in one sentence that says where") {
  refused("", "no JSON");
  refused("{", "no JSON");
  refused("[]", "no JSON object");
  refused(std::string(100, '['), "nested");
  refused(std::string(5 << 20, ' '), "4 MiB");
  refused(R"({"model": {"sha256": ")" + sha + "\"}}", "no list of labels");
  refused(R"({"aggregate": "mean", "model": {"sha256": ")" + sha + R"("}, "labels": []})",
          "highest over the windows");
  refused(R"({"dataset": 3, "model": {"sha256": ")" + sha + R"("}, "labels": []})", "dataset");
  refused(report("3"), "labels[0] is no object");
  refused(report("{}"), "labels[0] has no label");
  refused(report(R"({"label": ""})"), "no label");
  refused(report(entryA + "," + entryA), "labels[1] (\"A\") is there twice");
  refused(report(R"({"label": "C", "n": 1, "positives": 0})"), "no label of this model");
  refused(report(R"({"label": "A", "positives": 1})"), "n, a whole number");
  refused(report(R"({"label": "A", "n": 1.5, "positives": 1})"), "n, a whole number");
  refused(report(R"({"label": "A", "n": -1, "positives": 1})"), "n, a whole number");
  refused(report(R"({"label": "A", "n": 2, "positives": 3})"), "more positives");
  const auto with = [](const std::string& rest) {
    return report(R"({"label": "A", "n": 90, "positives": 20, )" + rest + "}");
  };
  refused(with(R"("auroc": 1.1)"), "auroc from 0 to 1");
  refused(with(R"("auroc": "0.9")"), "auroc from 0 to 1");
  refused(with(R"("auroc": 1e999)"), "no JSON");
  refused(with(R"("aurocCi": [0.9])"), "two numbers");
  refused(with(R"("aurocCi": [0.9, 0.8])"), "wrong way round");
  refused(with(R"("aurocCi": [0.9, null])"), "from 0 to 1");
  refused(with(R"("operatingPoint": 0.5)"), "operatingPoint without a score");
  refused(with(R"("operatingPoint": {"score": 2})"), "from 0 to 1");
}

TEST_CASE("evidence: a label may have been measured on other data than the rest") {
  const auto known =
      founder::readEvidence(
          report(entryA +
                 R"(, {"label": "B", "n": 9, "positives": 2, "auroc": null, "dataset": "LUDB"})"),
          sha, labels)
          .labels;
  CHECK(known[0].evidence->dataset == "PTB-XL");
  CHECK(known[1].evidence->dataset == "LUDB");
  CHECK(refusal(report(R"({"label": "A", "n": 9, "positives": 2, "dataset": 3})"))
            .find("(\"A\") has a dataset that is no text") != std::string::npos);
}
