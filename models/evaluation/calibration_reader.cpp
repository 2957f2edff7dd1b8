#include <cmath>
#include <set>

#include "models/error.h"
#include "models/evaluation/aggregate.h"
#include "models/evaluation/calibration.h"
#include "models/json_document.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::size_t deepest = 8;

[[noreturn]] void refuse(const std::string& where, const std::string& why) {
  throw ModelError("bad-calibration",
                   "The calibration's " + where + " " + why + ": make it again with calibrate.");
}

JsonValue member(const JsonValue& object, const char* key, const std::string& where) {
  const JsonValue found = object.find(key);
  if (!found) refuse(where, "is missing");
  return found;
}

std::string textOf(const JsonValue& object, const char* key, const std::string& where) {
  const JsonValue value = member(object, key, where);
  if (!value.isText()) refuse(where, "is no text");
  return std::string(value.text());
}

double numberOf(const JsonValue& value, const std::string& where) {
  if (!value.isNumber()) refuse(where, "is no number");
  if (!std::isfinite(value.number())) refuse(where, "is no finite number");
  return value.number();
}

std::optional<double> maybeNumber(const JsonValue& object, const char* key,
                                  const std::string& where) {
  const JsonValue value = member(object, key, where);
  if (value.isNull()) return std::nullopt;
  return numberOf(value, where);
}

std::optional<std::uint64_t> maybeCount(const JsonValue& object, const char* key,
                                        const std::string& where) {
  const JsonValue value = member(object, key, where);
  if (value.isNull()) return std::nullopt;
  if (!value.isCount()) refuse(where, "is no count");
  return value.count();
}

std::optional<OperatingPoint> readPoint(const JsonValue& object, const std::string& of) {
  const std::string where = "operatingPoint" + of;
  const JsonValue value = member(object, "operatingPoint", where);
  if (value.isNull()) return std::nullopt;
  if (!value.isObject()) refuse(where, "is no object");
  OperatingPoint out;
  out.score = numberOf(member(value, "score", "score" + of), "score" + of);
  out.logit = numberOf(member(value, "logit", "logit" + of), "logit" + of);
  if (out.score < 0 || out.score > 1) refuse("score" + of, "is not between 0 and 1");
  return out;
}

LabelCalibration readLabel(const JsonValue& in, std::size_t index) {
  const std::string place = "labels[" + std::to_string(index) + "]";
  if (!in.isObject()) refuse(place, "is no object");
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

std::string optionalText(const JsonValue& object, const char* key, const std::string& where) {
  const JsonValue found = object.find(key);
  if (!found.isNull() && !found.isText()) refuse(where, "is no text");
  return std::string(found.text());
}

void readProblems(const JsonValue& in, Calibration& out) {
  const JsonValue found = in.find("problems");
  if (!found) return;
  if (!found.isList()) refuse("problems", "are no list");
  for (const JsonValue& item : found.entries()) {
    if (!item.isObject()) refuse("problems", "hold something that is no object");
    out.problems.push_back(
        {textOf(item, "code", "problems' code"), textOf(item, "message", "problems' message"),
         optionalText(item, "recording", "problems' recording"),
         optionalText(item, "label", "problems' label")});
  }
}

void checkHead(const JsonValue& in) {
  if (!in.find("format").is("ecgfounder-calibration"))
    throw ModelError("not-a-calibration",
                     "This is no calibration of ours (JSON of the format ecgfounder-calibration): "
                     "give what ecgfounder calibrate wrote.");
  const JsonValue version = member(in, "version", "version");
  if (version.count() < 1)
    refuse("version", "is no version number");
  if (version.count() > 1)
    throw ModelError("newer-calibration",
                     "The calibration's format is newer than this program: update the program, or "
                     "make the calibration again.");
}

}  // namespace

Calibration readCalibration(const std::string& text) {
  const JsonDocument document(text, deepest);
  const JsonValue in = document.root();
  checkHead(in);
  Calibration out;
  const JsonValue model = member(in, "model", "model");
  if (!model.isObject()) refuse("model", "is no object");
  out.modelName = optionalText(model, "name", "model.name");
  out.modelSha256 = textOf(model, "sha256", "model.sha256");
  out.preset = textOf(in, "preset", "preset");
  out.aggregate = textOf(in, "aggregate", "aggregate");
  aggregateFromName(out.aggregate);
  out.options = optionalText(in, "options", "options");
  out.method = textOf(in, "method", "method");
  if (out.method != "platt" && out.method != "prevalence-em")
    refuse("method", "is " + quote(out.method) + ", neither platt nor prevalence-em");
  const JsonValue labels = member(in, "labels", "labels");
  if (!labels.isList()) refuse("labels", "are no list");
  std::set<std::string> seen;
  for (const JsonValue& item : labels.entries()) {
    out.labels.push_back(readLabel(item, out.labels.size()));
    if (!seen.insert(out.labels.back().label).second)
      refuse("labels", "name " + quote(out.labels.back().label) + " twice");
  }
  readProblems(in, out);
  return out;
}

}  // namespace founder
