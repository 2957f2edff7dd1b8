#include "models/onnx_plan.h"

#include "models/error.h"
#include "models/json_writer.h"
#include "models/labels.h"
#include "models/net1d_onnx.h"
#include "models/onnx_format.h"

namespace founder {
namespace {

[[noreturn]] void badOption(const std::string& what) { throw ModelError("bad-option", what); }

std::vector<std::string> labelsFor(const Net1D& net, const OnnxOptions& options) {
  std::vector<std::string> labels = options.labels;
  if (labels.empty() && net.classes == static_cast<int>(founderLabels().size()))
    for (const Label& label : founderLabels()) labels.emplace_back(label.upstreamName);
  if (!labels.empty() && labels.size() != static_cast<std::size_t>(net.classes))
    badOption(std::to_string(labels.size()) + " labels are given for a model of " +
              std::to_string(net.classes) + " classes: give one a class.");
  return labels;
}

std::vector<std::string> leadsFor(const Net1D& net, const OnnxOptions& options) {
  std::vector<std::string> leads = options.leads;
  if (leads.empty() && net.leads == 1) leads = {"I"};
  if (leads.empty() && net.leads == 12)
    leads = {"I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"};
  if (!leads.empty() && leads.size() != static_cast<std::size_t>(net.leads))
    badOption(std::to_string(leads.size()) + " leads are named for a model of " +
              std::to_string(net.leads) + ": name each once.");
  return leads;
}

std::string jsonList(const std::vector<std::string>& texts) {
  return JsonWriter(JsonWriter::Layout::compact).texts(texts).bytes();
}

// The model's fields before the graph.
std::string modelHead(const Net1D& net, const OnnxOptions& options) {
  ProtobufWriter out;
  out.integer(onnxModel::irVersion, 8)
      .text(onnxModel::producerName, onnxProducer)
      .text(onnxModel::producerVersion, "1")
      .message(onnxModel::opsetImport, ProtobufWriter().text(1, "").integer(2, 17));
  const auto metadata = [&](const char* key, const std::string& value) {
    out.message(onnxModel::metadata, ProtobufWriter().text(1, key).text(2, value));
  };
  metadata(onnxKey::format, std::to_string(onnxFormatVersion));
  metadata(onnxKey::leads, jsonList(leadsFor(net, options)));
  metadata(onnxKey::labels, jsonList(labelsFor(net, options)));
  metadata(onnxKey::samplingRate, "500");
  metadata(onnxKey::windowSamples, std::to_string(options.inputSamples));
  metadata(onnxKey::preset, options.preset);
  metadata(onnxKey::weights, options.weights == WeightType::fp32 ? "fp32" : "fp16");
  metadata(onnxKey::sourceSha256, options.sourceSha256);
  metadata(onnxKey::net1d, net1DToJson(net));
  return out.bytes();
}

}  // namespace

OnnxPlan planOnnx(const Checkpoint& checkpoint, const OnnxOptions& options) {
  constexpr std::size_t longest = 1000000;
  if (options.inputSamples < 1 || options.inputSamples > longest)
    badOption("A window of " + std::to_string(options.inputSamples) +
              " samples is asked for: choose 1 to 1000000, as 5000 for ten seconds.");
  const Net1D net = describe(checkpoint);
  const OnnxGraph graph = buildNet1DGraph(net, checkpoint, options.weights, options.inputSamples);
  const std::string fields = graph.fields();
  std::uint64_t graphSize = fields.size();
  for (const OnnxWeight& weight : graph.weights())
    graphSize += weight.header().size() + weight.bytes();
  ProtobufWriter graphHeader;
  graphHeader.header(onnxModel::graph, graphSize);
  OnnxPlan plan{modelHead(net, options) + graphHeader.bytes(), graph.weights(), 0};
  plan.total = plan.head.size() + graphSize;
  plan.head += fields;
  if (plan.total >= std::uint64_t{1} << 31)
    throw ModelError("too-large", "The network needs " + std::to_string(plan.total) +
                                      " bytes, and an ONNX file ends at 2 GiB: use fp16.");
  return plan;
}

}  // namespace founder
