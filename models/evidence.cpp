#include "models/evidence.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "models/error.h"
#include "models/quote.h"

namespace founder {
namespace {

using nlohmann::json;

constexpr std::size_t mostBytes = 4 << 20;
constexpr int deepest = 16;

[[noreturn]] void bad(const std::string& what) {
  throw ModelError("bad-evidence", "The evidence file cannot be used: " + what +
                                       "; give the JSON that ecgfounder evaluate writes.");
}

bool isSha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// A member that is there and not null; null pointer otherwise.
const json* member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// One entry of `labels`; every sentence about it says which.
class Entry {
 public:
  Entry(const json& object, std::size_t index) : object_(object), index_(index) {
    if (!object.is_object()) fail("is no object");
  }

  std::string label() {
    const json* value = member(object_, "label");
    if (!value || !value->is_string() || value->get_ref<const std::string&>().empty())
      fail("has no label");
    label_ = value->get<std::string>();
    return label_;
  }

  std::optional<std::string> dataset() const {
    const json* value = member(object_, "dataset");
    if (!value) return std::nullopt;
    if (!value->is_string()) fail("has a dataset that is no text");
    return value->get<std::string>();
  }

  std::uint64_t count(const char* name) const {
    const json* value = member(object_, name);
    if (!value || !value->is_number_unsigned())
      fail(std::string("needs ") + name + ", a whole number");
    return value->get<std::uint64_t>();
  }

  std::optional<double> share(const char* name) const {
    const json* value = member(object_, name);
    return value ? std::optional(inUnit(*value, name)) : std::nullopt;
  }

  /// The two ends of an interval; none if it is missing.
  std::optional<std::pair<double, double>> interval(const char* name) const {
    const json* value = member(object_, name);
    if (!value) return std::nullopt;
    // An evaluation that cannot give an interval may write [null, null].
    if (value->is_array() && value->size() == 2 && (*value)[0].is_null() && (*value)[1].is_null())
      return std::nullopt;
    if (!value->is_array() || value->size() != 2)
      fail(std::string("needs ") + name + " as two numbers");
    const double low = inUnit((*value)[0], name), high = inUnit((*value)[1], name);
    if (low > high) fail(std::string("has ") + name + " with its ends the wrong way round");
    return std::pair(low, high);
  }

  std::optional<double> operatingPoint() const {
    const json* value = member(object_, "operatingPoint");
    if (!value) return std::nullopt;
    const json* score = value->is_object() ? member(*value, "score") : nullptr;
    if (!score) fail("has an operatingPoint without a score");
    const json* source = member(*value, "source");
    if (source && *source == "default") return std::nullopt;
    return inUnit(*score, "operatingPoint.score");
  }

  [[noreturn]] void fail(const std::string& what) const {
    bad("labels[" + std::to_string(index_) + "]" +
        (label_.empty() ? "" : " (" + quote(label_) + ")") + " " + what);
  }

 private:
  double inUnit(const json& value, const char* name) const {
    const double number = value.is_number() ? value.get<double>() : -1;
    if (!(number >= 0 && number <= 1)) fail(std::string("needs ") + name + " from 0 to 1");
    return number;
  }

  const json& object_;
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

json parse(std::string_view text) {
  if (text.size() > mostBytes) bad("it is larger than 4 MiB");
  const auto shallow = [](int depth, json::parse_event_t, json&) {
    if (depth > deepest) bad("it is nested too deeply");
    return true;
  };
  json out = json::parse(text.begin(), text.end(), shallow, /*allow_exceptions=*/false);
  if (out.is_discarded()) bad("it is no JSON");
  if (!out.is_object()) bad("it is no JSON object");
  return out;
}

/// A text of the whole document; empty if it is not there.
std::string textOf(const json& report, const char* name) {
  const json* value = member(report, name);
  if (!value) return "";
  if (!value->is_string()) bad(std::string(name) + " is no text");
  return value->get<std::string>();
}

/// A finding's score is the highest over the windows; figures for another one are not about it.
void requireHighest(const json& report) {
  const json* aggregate = member(report, "aggregate");
  if (aggregate && *aggregate != "max")
    bad("it measured another score than the highest over the windows (aggregate)");
}

void requireModel(const json& report, std::string_view modelSha256) {
  const json* model = member(report, "model");
  const json* hash = model && model->is_object() ? member(*model, "sha256") : nullptr;
  if (!hash || !hash->is_string() || !isSha256(hash->get<std::string>()))
    bad("it does not say which model it measured (model.sha256, 64 hexadecimal digits)");
  const std::string measured = hash->get<std::string>();
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
  const json report = parse(text);
  requireModel(report, modelSha256);
  requireHighest(report);
  const std::string dataset = textOf(report, "dataset");
  const json* entries = member(report, "labels");
  if (!entries || !entries->is_array()) bad("it has no list of labels");
  MeasuredEvidence out;
  out.preset = textOf(report, "preset");
  std::set<std::string> seen;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    out.labels.push_back(readEntry(Entry((*entries)[i], i), dataset));
    const std::string& label = out.labels.back().label;
    const std::string where = "labels[" + std::to_string(i) + "] (" + quote(label) + ") ";
    if (!seen.insert(label).second) bad(where + "is there twice");
    if (std::find(modelLabels.begin(), modelLabels.end(), label) == modelLabels.end())
      bad(where + "is no label of this model");
  }
  return out;
}

}  // namespace founder
