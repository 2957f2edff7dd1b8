#include <cmath>
#include <set>

#include "models/error.h"
#include "models/evaluation/aggregate.h"
#include "models/evaluation/calibration.h"
#include "models/evaluation/json_text.h"
#include "models/quote.h"

namespace founder {
namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& why) {
  throw ModelError("bad-calibration",
                   "The calibration's " + where + " " + why + ": make it again with calibrate.");
}

const Json& member(const Json& object, const char* key, const std::string& where) {
  const auto found = object.find(key);
  if (found == object.end()) refuse(where, "is missing");
  return *found;
}

std::string textOf(const Json& object, const char* key, const std::string& where) {
  const Json& value = member(object, key, where);
  if (!value.is_string()) refuse(where, "is no text");
  return value.get<std::string>();
}

double numberOf(const Json& value, const std::string& where) {
  if (!value.is_number()) refuse(where, "is no number");
  const auto number = value.get<double>();
  if (!std::isfinite(number)) refuse(where, "is no finite number");
  return number;
}

std::optional<double> maybeNumber(const Json& object, const char* key, const std::string& where) {
  const Json& value = member(object, key, where);
  if (value.is_null()) return std::nullopt;
  return numberOf(value, where);
}

std::optional<std::uint64_t> maybeCount(const Json& object, const char* key,
                                        const std::string& where) {
  const Json& value = member(object, key, where);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number_unsigned()) refuse(where, "is no count");
  return value.get<std::uint64_t>();
}

std::optional<OperatingPoint> readPoint(const Json& object, const std::string& of) {
  const std::string where = "operatingPoint" + of;
  const Json& value = member(object, "operatingPoint", where);
  if (value.is_null()) return std::nullopt;
  if (!value.is_object()) refuse(where, "is no object");
  OperatingPoint out;
  out.score = numberOf(member(value, "score", "score" + of), "score" + of);
  out.logit = numberOf(member(value, "logit", "logit" + of), "logit" + of);
  if (out.score < 0 || out.score > 1) refuse("score" + of, "is not between 0 and 1");
  return out;
}

LabelCalibration readLabel(const Json& in, std::size_t index) {
  const std::string place = "labels[" + std::to_string(index) + "]";
  if (!in.is_object()) refuse(place, "is no object");
  LabelCalibration out;
  out.label = textOf(in, "label", place + ".label");
  const std::string of = " of " + quote(out.label);
  out.a = maybeNumber(in, "a", "a" + of);
  out.b = maybeNumber(in, "b", "b" + of);
  if (out.a.has_value() != out.b.has_value()) refuse("a and b" + of, "are not both there");
  out.prevalence = maybeNumber(in, "prevalence", "prevalence" + of);
  if (out.prevalence && (*out.prevalence < 0 || *out.prevalence > 1))
    refuse("prevalence" + of, "is not between 0 and 1");
  const auto n = maybeCount(in, "n", "n" + of);
  if (!n) refuse("n" + of, "is no count");
  out.n = *n;
  out.positives = maybeCount(in, "positives", "positives" + of);
  if (out.positives && *out.positives > out.n) refuse("positives" + of, "are more than its n");
  out.operatingPoint = readPoint(in, of);
  return out;
}

std::string optionalText(const Json& object, const char* key, const std::string& where) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  if (!found->is_string()) refuse(where, "is no text");
  return found->get<std::string>();
}

void readProblems(const Json& in, Calibration& out) {
  const auto found = in.find("problems");
  if (found == in.end()) return;
  if (!found->is_array()) refuse("problems", "are no list");
  for (const Json& item : *found) {
    if (!item.is_object()) refuse("problems", "hold something that is no object");
    out.problems.push_back(
        {textOf(item, "code", "problems' code"), textOf(item, "message", "problems' message"),
         optionalText(item, "recording", "problems' recording"),
         optionalText(item, "label", "problems' label")});
  }
}

void checkHead(const Json& in) {
  if (!in.is_object() || in.value("format", Json()) != "ecgfounder-calibration")
    throw ModelError("not-a-calibration",
                     "This is no calibration of ours (JSON of the format ecgfounder-calibration): "
                     "give what ecgfounder calibrate wrote.");
  const Json& version = member(in, "version", "version");
  if (!version.is_number_unsigned() || version.get<std::uint64_t>() < 1)
    refuse("version", "is no version number");
  if (version.get<std::uint64_t>() > 1)
    throw ModelError("newer-calibration",
                     "The calibration's format is newer than this program: update the program, or "
                     "make the calibration again.");
}

}  // namespace

Calibration readCalibration(const std::string& text) {
  const Json in = parseJson(text);
  checkHead(in);
  Calibration out;
  const Json& model = member(in, "model", "model");
  if (!model.is_object()) refuse("model", "is no object");
  out.modelName = optionalText(model, "name", "model.name");
  out.modelSha256 = textOf(model, "sha256", "model.sha256");
  out.preset = textOf(in, "preset", "preset");
  out.aggregate = textOf(in, "aggregate", "aggregate");
  aggregateFromName(out.aggregate);
  out.options = optionalText(in, "options", "options");
  out.method = textOf(in, "method", "method");
  if (out.method != "platt" && out.method != "prevalence-em")
    refuse("method", "is " + quote(out.method) + ", neither platt nor prevalence-em");
  const Json& labels = member(in, "labels", "labels");
  if (!labels.is_array()) refuse("labels", "are no list");
  std::set<std::string> seen;
  for (const Json& item : labels) {
    out.labels.push_back(readLabel(item, out.labels.size()));
    if (!seen.insert(out.labels.back().label).second)
      refuse("labels", "name " + quote(out.labels.back().label) + " twice");
  }
  readProblems(in, out);
  return out;
}

}  // namespace founder
