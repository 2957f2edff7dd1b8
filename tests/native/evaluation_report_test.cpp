#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "models/error.h"
#include "models/evaluation/calibrate.h"
#include "models/evaluation/logistic.h"
#include "models/evaluation/number.h"
#include "models/evaluation/report.h"

using nlohmann::json;

namespace {

constexpr char head[] = "# ecgfounder scores; model=m; preset=founder; aggregate=max\n";

/// `count` recordings from `first`, every third with A, whose logits overlap; B is never present.
struct Tables {
  std::string labels = "recording,A,B\n", scores = std::string(head) + "recording,A,B\n";
  Tables(int first, int count) {
    for (int i = first; i < first + count; ++i) {
      const bool present = i % 3 == 0;
      labels += "r" + std::to_string(i) + (present ? ",1,0\n" : ",0,0\n");
      const double logit = std::sin(i * 7.0) * 2 + (present ? 1.5 : -0.5);
      scores += "r" + std::to_string(i) + "," + founder::formatNumber(logit, 9) + ",0.5\n";
    }
  }
};

json report(const json& request) { return json::parse(founder::evaluationReport(request.dump())); }

std::string codeOf(const json& request) {
  try {
    founder::evaluationReport(request.dump());
  } catch (const founder::ModelError& error) {
    return error.code();
  }
  return "";
}

std::string problemCodes(const json& document) {
  std::string out;
  for (const json& problem : document["problems"]) out += problem["code"].get<std::string>() + " ";
  return out;
}

}  // namespace

TEST_CASE("a report: figures with intervals, nulls with a reason, and no NaN") {
  const Tables tables(0, 60);
  const json out = report({{"labels", tables.labels}, {"scores", tables.scores}, {"seed", 5}});
  CHECK(out["recordings"] == json({{"listed", 60}, {"scored", 60}, {"failed", 0}}));
  const json& a = out["labels"][0];
  CHECK(a["positives"] == 20);
  CHECK(a["n"] == 60);
  for (const char* name : {"auroc", "auprc", "sensitivity", "specificity", "ppv", "npv", "f1"}) {
    INFO(name);
    const json& ci = a[std::string(name) + "Ci"];
    CHECK(ci[0] <= a[name]);
    CHECK(a[name] <= ci[1]);
  }
  CHECK(a["operatingPoint"] == json({{"score", 0.5}, {"logit", 0}, {"source", "default"}}));
  CHECK(a["reliability"].size() == 10);
  CHECK_FALSE(a.contains("reason"));
  const json& b = out["labels"][1];
  CHECK(b["auroc"].is_null());
  CHECK(b["aurocCi"].is_null());
  CHECK(b["brier"].is_null());
  CHECK(b["reason"] == "no recording has this label");
  CHECK(out["mean"]["auroc"] == a["auroc"]);
  CHECK(out["mean"]["aurocCi"] == a["aurocCi"]);
  CHECK(out["mean"]["labels"] == 1);
  CHECK(out["bootstrap"] == json({{"replicates", 1000}, {"seed", 5}}));
  CHECK(problemCodes(out) == "one-class ");
  CHECK(report({{"labels", tables.labels}, {"scores", tables.scores}, {"seed", 5}}) == out);
  const json other = report({{"labels", tables.labels}, {"scores", tables.scores}, {"seed", 6}});
  CHECK(other["labels"][0]["aurocCi"] != a["aurocCi"]);
  const json none =
      report({{"labels", tables.labels}, {"scores", tables.scores}, {"bootstrap", 0}});
  CHECK(none["labels"][0]["aurocCi"].is_null());
}

TEST_CASE("replicates with one class are dropped and counted") {
  std::string labels = "recording,A\n", scores = std::string(head) + "recording,A\n";
  for (int i = 0; i < 50; ++i) {
    labels += std::to_string(i) + (i == 0 ? ",1\n" : ",0\n");
    scores += std::to_string(i) + "," + std::to_string(i % 7) + "\n";
  }
  const json a = report({{"labels", labels}, {"scores", scores}})["labels"][0];
  CHECK(a["droppedReplicates"].get<double>() / 1000 == doctest::Approx(std::exp(-1)).epsilon(0.15));
  CHECK(a["aurocCi"].is_array());
}

TEST_CASE("what is missing is said and left out: scores, recordings, labels") {
  const std::string labels =
      "recording,A,C,SINUS RHYTHM\n1,1,1,1\n2,0,1,1\n3,1,0,0\n4,0,0,0\n5,1,1,0\n";
  const std::string scores = std::string(head) +
                             "recording,A,X\n1.hea,2,0\n./2,nan,0\n3,1,0\n"
                             "4,0,0\n4,1,0\n1,2,0\n9,1,1\n";
  json caller = json::array();
  caller.push_back({{"code", "truncated"}, {"message", "It ends."}, {"recording", "5"}});
  const json out = report({{"labels", labels}, {"scores", scores}, {"problems", caller}});
  CHECK(problemCodes(out) ==
        "truncated contradicting-scores unknown-label label-not-scored no-finite-score one-class ");
  CHECK(out["recordings"] == json({{"listed", 5}, {"scored", 3}, {"failed", 2}}));
  CHECK(out["labels"].size() == 1);
  CHECK(out["labels"][0]["n"] == 2);
}

TEST_CASE("operating points are fitted on other recordings, never on those evaluated") {
  const Tables test(0, 60), fit(60, 60), all(0, 120);
  json request = {{"labels", test.labels}, {"scores", all.scores}, {"fitOn", fit.labels}};
  const json fitted = report(request);
  const json& point = fitted["labels"][0]["operatingPoint"];
  CHECK(point["source"] == "fit-on");
  CHECK(point["logit"] != 0);
  CHECK(fitted["labels"][1]["operatingPoint"]["source"] == "default");
  CHECK(problemCodes(fitted).find("too-few-to-fit") != std::string::npos);
  request["targetSensitivity"] = 0.5;
  CHECK(report(request)["labels"][0]["operatingPoint"]["logit"] > point["logit"]);
  request["fitOn"] = fit.labels + "r3.dat,1,1\n";
  CHECK(codeOf(request) == "fit-overlap");
}

TEST_CASE("a calibration gives operating points and probabilities, for its own model only") {
  const Tables fit(60, 60), test(0, 60);
  const json calibrating = {
      {"labels", fit.labels}, {"scores", fit.scores}, {"modelName", "m.onnx"}};
  const std::string text = founder::calibrationReport(calibrating.dump());
  const auto calibration = founder::readCalibration(text);
  CHECK(calibration.method == "platt");
  CHECK(calibration.labels[0].positives == 20);
  CHECK(calibration.labels[0].a.has_value());
  CHECK_FALSE(calibration.labels[1].a.has_value());
  CHECK(calibration.problems.size() == 1);
  CHECK(calibration.problems[0].code == "too-few-to-fit");
  json request = {{"labels", test.labels}, {"scores", test.scores}, {"calibration", text}};
  const json a = report(request)["labels"][0];
  CHECK(a["operatingPoint"]["source"] == "calibration");
  CHECK(a["operatingPoint"]["logit"] == calibration.labels[0].operatingPoint->logit);
  CHECK(a["calibrated"]["brier"] < a["brier"]);
  json other = json::parse(text);
  other["model"]["sha256"] = "other";
  request["calibration"] = other.dump();
  CHECK(codeOf(request) == "calibration-mismatch");
}

TEST_CASE("recordings without labels move b by the log odds of the prevalence, and nothing else") {
  const Tables fit(0, 300);
  const std::string from =
      founder::calibrationReport(json({{"labels", fit.labels}, {"scores", fit.scores}}).dump());
  std::string scores = std::string(head) + "recording,A,B\n";
  for (int i = 0; i < 300; ++i)
    if (i % 3 == 0 || i % 10 == 1)  // two thirds of the negatives and more are gone
      scores += "r" + std::to_string(i) + "," +
                founder::formatNumber(std::sin(i * 7.0) * 2 + (i % 3 == 0 ? 1.5 : -0.5), 9) +
                ",0\n";
  const auto before = founder::readCalibration(from);
  const auto after = founder::readCalibration(
      founder::calibrationReport(json({{"from", from}, {"scores", scores}}).dump()));
  CHECK(after.method == "prevalence-em");
  CHECK(after.labels[0].a == before.labels[0].a);
  CHECK(*after.labels[0].prevalence == doctest::Approx(100.0 / 120).epsilon(0.1));
  CHECK(*after.labels[0].b - *before.labels[0].b ==
        doctest::Approx(founder::logit(*after.labels[0].prevalence) -
                        founder::logit(*before.labels[0].prevalence)));
  CHECK(after.labels[0].operatingPoint->logit == before.labels[0].operatingPoint->logit);
  CHECK_FALSE(after.labels[0].positives.has_value());
  CHECK(after.problems.at(0).code == "not-adapted");
}

TEST_CASE("requests that make no sense are refused with a code") {
  const Tables tables(0, 10);
  const json good = {{"labels", tables.labels}, {"scores", tables.scores}};
  CHECK(codeOf(json::array()) == "bad-option");
  CHECK(codeOf({{"scores", tables.scores}}) == "bad-option");
  for (const auto& [key, value] :
       std::vector<std::pair<std::string, json>>{{"bootstrap", -1},
                                                 {"bootstrap", 1e9},
                                                 {"bootstrap", 1.5},
                                                 {"seed", "x"},
                                                 {"criterion", "best"},
                                                 {"targetSensitivity", 0},
                                                 {"targetSensitivity", 1.5},
                                                 {"problems", 5},
                                                 {"labels", 5}}) {
    json request = good;
    request[key] = value;
    const std::string what = key + " = " + value.dump();
    CHECK_MESSAGE(codeOf(request) == "bad-option", what);
  }
  json elsewhere = good;
  elsewhere["labels"] = "recording,A\nx,1\n";
  CHECK(codeOf(elsewhere) == "no-scores");
}
