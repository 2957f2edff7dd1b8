#include "models/evidence.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

#include "models/error.h"
#include "models/json_document.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::size_t mostBytes = 4 << 20;
constexpr std::size_t deepest = 16;

[[noreturn]] void bad(const std::string& what) {
  throw ModelError("bad-evidence", "The evidence file cannot be used: " + what +
                                       "; give the JSON that ecgfounder evaluate writes.");
}

bool isSha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// One entry of `labels`; every sentence about it says which.
class Entry {
 public:
  Entry(const JsonValue& object, std::size_t index) : object_(object), index_(index) {
    if (!object.isObject()) fail("is no object");
  }

  std::string label() {
    label_ = object_.find("label").text();
    if (label_.empty()) fail("has no label");
    return label_;
  }

  std::optional<std::string> dataset() const {
    const JsonValue value = object_.find("dataset");
    if (value.isNull()) return std::nullopt;
    if (!value.isText()) fail("has a dataset that is no text");
    return std::string(value.text());
  }

  std::uint64_t count(const char* name) const {
    const JsonValue value = object_.find(name);
    if (!value.isCount()) fail(std::string("needs ") + name + ", a whole number");
    return value.count();
  }

  std::optional<double> share(const char* name) const {
    const JsonValue value = object_.find(name);
    if (value.isNull()) return std::nullopt;
    return inUnit(value, name);
  }

  /// The two ends of an interval; none if it is missing.
  std::optional<std::pair<double, double>> interval(const char* name) const {
    const JsonValue value = object_.find(name);
    if (value.isNull()) return std::nullopt;
    const std::vector<JsonValue> ends = value.entries();
    if (ends.size() != 2) fail(std::string("needs ") + name + " as two numbers");
    // An evaluation that cannot give an interval may write [null, null].
    if (ends[0].isNull() && ends[1].isNull()) return std::nullopt;
    const double low = inUnit(ends[0], name), high = inUnit(ends[1], name);
    if (low > high) fail(std::string("has ") + name + " with its ends the wrong way round");
    return std::pair(low, high);
  }

  std::optional<double> operatingPoint() const {
    const JsonValue value = object_.find("operatingPoint"), score = value.find("score");
    if (value.isNull()) return std::nullopt;
    if (score.isNull()) fail("has an operatingPoint without a score");
    if (value.find("source").is("default")) return std::nullopt;
    return inUnit(score, "operatingPoint.score");
  }

  [[noreturn]] void fail(const std::string& what) const {
    bad("labels[" + std::to_string(index_) + "]" +
        (label_.empty() ? "" : " (" + quote(label_) + ")") + " " + what);
  }

 private:
  double inUnit(const JsonValue& value, const char* name) const {
    const double number = value.isNumber() ? value.number() : -1;
    if (!(number >= 0 && number <= 1)) fail(std::string("needs ") + name + " from 0 to 1");
    return number;
  }

  JsonValue object_;
  std::size_t index_;
  std::string label_;
};

LabelKnowledge readEntry(Entry entry, const std::string& dataset) {
  LabelKnowledge out;
  out.label = entry.label();
  Evidence evidence;
  evidence.dataset = entry.dataset().value_or(dataset);
  evidence.n = entry.count("n");
  evidence.positives = entry.count("positives");
  if (evidence.positives > evidence.n) entry.fail("has more positives than n");
  evidence.auroc = entry.share("auroc");
  if (const auto interval = entry.interval("aurocCi")) {
    evidence.aurocLow = interval->first;
    evidence.aurocHigh = interval->second;
  }
  out.evidence = evidence;
  out.operatingPoint = entry.operatingPoint();
  return out;
}

void checkDocument(const JsonDocument& document) {
  if (document.fault() == JsonDocument::Fault::depth) bad("it is nested too deeply");
  if (document.fault() == JsonDocument::Fault::syntax) bad("it is no JSON");
  if (!document.root().isObject()) bad("it is no JSON object");
}

/// A text of the whole document; empty if it is not there.
std::string textOf(const JsonValue& report, const char* name) {
  const JsonValue value = report.find(name);
  if (!value.isNull() && !value.isText()) bad(std::string(name) + " is no text");
  return std::string(value.text());
}

/// A finding's score is the highest over the windows; figures for another one are not about it.
void requireHighest(const JsonValue& report) {
  const JsonValue aggregate = report.find("aggregate");
  if (!aggregate.isNull() && !aggregate.is("max"))
    bad("it measured another score than the highest over the windows (aggregate)");
}

void requireModel(const JsonValue& report, std::string_view modelSha256) {
  const std::string measured(report.find("model").find("sha256").text());
  if (!isSha256(measured))
    bad("it does not say which model it measured (model.sha256, 64 hexadecimal digits)");
  if (modelSha256.empty())
    throw ModelError("other-model",
                     "The evidence cannot be shown to be about this model, whose SHA-256 is not "
                     "known here: open the page over https.");
  if (measured != modelSha256)
    throw ModelError("other-model", "The evidence is about another model (SHA-256 " +
                                        measured.substr(0, 12) + "..., not " +
                                        std::string(modelSha256.substr(0, 12)) +
                                        "...): evaluate the model that is loaded.");
}

}  // namespace

MeasuredEvidence readEvidence(std::string_view text, std::string_view modelSha256,
                              const std::vector<std::string>& modelLabels) {
  if (text.size() > mostBytes) bad("it is larger than 4 MiB");
  const JsonDocument document(text, deepest);
  checkDocument(document);
  const JsonValue report = document.root();
  requireModel(report, modelSha256);
  requireHighest(report);
  const std::string dataset = textOf(report, "dataset");
  if (!report.find("labels").isList()) bad("it has no list of labels");
  const std::vector<JsonValue> entries = report.find("labels").entries();
  MeasuredEvidence out;
  out.preset = textOf(report, "preset");
  std::set<std::string> seen;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    out.labels.push_back(readEntry(Entry(entries[i], i), dataset));
    const std::string& label = out.labels.back().label;
    const std::string where = "labels[" + std::to_string(i) + "] (" + quote(label) + ") ";
    if (!seen.insert(label).second) bad(where + "is there twice");
    if (std::find(modelLabels.begin(), modelLabels.end(), label) == modelLabels.end())
      bad(where + "is no label of this model");
  }
  return out;
}

}  // namespace founder
