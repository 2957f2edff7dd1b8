#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/domain.h"
#include "models/evaluation/calibration_knowledge.h"
#include "models/evidence.h"
#include "models/findings.h"
#include "models/labels.h"
#include "wasm/convert.h"
#include "wasm/values.h"

namespace wasm {
namespace {

val fromLabel(const founder::Label& label) {
  val out = val::object();
  out.set("label", std::string(label.upstreamName));
  out.set("displayName", std::string(label.displayName));
  out.set("group", std::string(founder::groupName(label.group)));
  out.set("singleEcg", label.singleEcg);
  out.set("fragment", label.fragment);
  out.set("critical", label.critical);
  out.set("hidden", label.hidden());
  return out;
}

val fromEvidence(const std::optional<founder::Evidence>& evidence) {
  if (!evidence) return val::null();
  val out = val::object();
  out.set("dataset", evidence->dataset.empty() ? val::null() : val(evidence->dataset));
  out.set("n", static_cast<double>(evidence->n));
  out.set("positives", static_cast<double>(evidence->positives));
  out.set("auroc", orNull(evidence->auroc));
  val interval = val::null();
  if (evidence->aurocLow && evidence->aurocHigh) {
    interval = val::array();
    interval.set(0, *evidence->aurocLow);
    interval.set(1, *evidence->aurocHigh);
  }
  out.set("aurocCi", interval);
  return out;
}

val fromKnowledge(const founder::LabelKnowledge& known) {
  val out = val::object();
  out.set("label", known.label);
  out.set("evidence", fromEvidence(known.evidence));
  val platt = val::null();
  if (known.platt) {
    platt = val::object();
    platt.set("a", known.platt->a);
    platt.set("b", known.platt->b);
  }
  out.set("platt", platt);
  out.set("operatingPoint", orNull(known.operatingPoint));
  return out;
}

val fromFinding(const founder::Finding& finding) {
  val out = val::object();
  out.set("label", finding.label);
  out.set("displayName", finding.displayName);
  out.set("index", static_cast<double>(finding.index));
  out.set("score", finding.score);
  out.set("meanScore", finding.meanScore);
  out.set("window", static_cast<double>(finding.window));
  out.set("probability", orNull(finding.probability));
  out.set("operatingPoint", orNull(finding.operatingPoint));
  out.set("positive", orNull(finding.positive));
  out.set("group", finding.group);
  out.set("tier", finding.tier.name);
  out.set("tierReason", finding.tier.reason);
  out.set("evidence", fromEvidence(finding.evidence));
  out.set("critical", finding.critical);
  out.set("hidden", finding.hidden);
  return out;
}

val fromContradiction(const founder::Contradiction& contradiction) {
  const auto side = [](const founder::Contradiction::Side& from) {
    val out = val::object();
    out.set("label", from.judged.label);
    out.set("displayName", from.judged.displayName);
    out.set("score", from.score);
    out.set("threshold", from.judged.threshold);
    out.set("thresholdKnown", from.judged.thresholdKnown);
    return out;
  };
  val out = val::object();
  out.set("rule", contradiction.rule);
  out.set("first", side(contradiction.first));
  out.set("second", side(contradiction.second));
  out.set("window", static_cast<double>(contradiction.window));
  out.set("message", contradiction.message);
  out.set("basis", contradiction.basis);
  out.set("source", contradiction.source);
  return out;
}

std::optional<founder::Evidence> toEvidence(const val& evidence) {
  if (evidence.isUndefined() || evidence.isNull()) return std::nullopt;
  founder::Evidence out;
  out.dataset = field<std::string>(evidence, "dataset", "");
  out.n = static_cast<std::uint64_t>(evidence["n"].as<double>());
  out.positives = static_cast<std::uint64_t>(evidence["positives"].as<double>());
  out.auroc = optionalField<double>(evidence, "auroc");
  if (const val interval = evidence["aurocCi"]; !interval.isUndefined() && !interval.isNull()) {
    out.aurocLow = interval[0].as<double>();
    out.aurocHigh = interval[1].as<double>();
  }
  return out;
}

founder::LabelKnowledge toKnowledge(const val& known) {
  founder::LabelKnowledge out;
  out.label = known["label"].as<std::string>();
  out.evidence = toEvidence(known["evidence"]);
  if (const val platt = known["platt"]; !platt.isUndefined() && !platt.isNull())
    out.platt = founder::Platt{platt["a"].as<double>(), platt["b"].as<double>()};
  out.operatingPoint = optionalField<double>(known, "operatingPoint");
  return out;
}

founder::ReadingOptions toReadingOptions(const val& options) {
  founder::ReadingOptions out;
  out.includeHidden = field(options, "includeHidden", false);
  out.checkpointSha256 = field<std::string>(options, "checkpointSha256", "");
  if (const val knowledge = options["knowledge"]; !knowledge.isUndefined() && !knowledge.isNull())
    for (const val& known : emscripten::vecFromJSArray<val>(knowledge))
      out.knowledge.push_back(toKnowledge(known));
  return out;
}

val fromKnowledgeFor(const std::string& preset,
                     const std::vector<founder::LabelKnowledge>& labels) {
  val out = val::object();
  out.set("preset", preset);
  out.set("labels", array(labels, fromKnowledge));
  return out;
}

}  // namespace

val labels() {
  return guarded([&] {
    std::vector<founder::Label> all(founder::founderLabels().begin(),
                                    founder::founderLabels().end());
    all.insert(all.end(), founder::bundledLabels().begin(), founder::bundledLabels().end());
    return array(all, fromLabel);
  });
}

val readEvidence(val json, val modelSha256, val modelLabels) {
  return guarded([&] {
    const founder::MeasuredEvidence evidence = founder::readEvidence(
        json.as<std::string>(), modelSha256.as<std::string>(), toStrings(modelLabels));
    return fromKnowledgeFor(evidence.preset, evidence.labels);
  });
}

val readCalibration(val json, val modelSha256, val modelLabels) {
  return guarded([&] {
    const founder::Calibration calibration = founder::readCalibration(json.as<std::string>());
    return fromKnowledgeFor(calibration.preset, founder::calibrationKnowledge(
                                                    calibration, modelSha256.as<std::string>(),
                                                    toStrings(modelLabels)));
  });
}

val outsideDomain(val card, val wearable) {
  return guarded([&] {
    return val(
        founder::outsideDomain(card.as<std::string>(), wearable.as<std::string>()).value_or(""));
  });
}

val readScores(val labelNames, val logits, val options) {
  return guarded([&] {
    const auto values = emscripten::convertJSArrayToNumberVector<float>(logits);
    const founder::Reading reading =
        founder::readScores(toStrings(labelNames), values, toReadingOptions(options));
    val out = val::object();
    out.set("findings", array(reading.findings, fromFinding));
    out.set("contradictions", array(reading.contradictions, fromContradiction));
    out.set("notCovered", array(reading.notCovered, fromLabel));
    out.set("summary", reading.summary);
    return out;
  });
}

}  // namespace wasm
