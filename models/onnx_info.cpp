#include "models/onnx_info.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "models/error.h"
#include "models/json_document.h"
#include "models/onnx_format.h"
#include "models/protobuf_reader.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::uint64_t longestText = 1 << 20;
constexpr std::size_t mostMetadata = 64, mostEnds = 16;

[[noreturn]] void notOurs() {
  throw ModelError("not-our-model",
                   "This is no ONNX file of ecgfounder-web: convert ECGFounder's checkpoint with "
                   "\"ecgfounder convert\", or choose a file made so.");
}

[[noreturn]] void badModel(const std::string& what) {
  throw ModelError("bad-model",
                   "The model's " + what + " cannot be read: convert the checkpoint again.");
}

using Metadata = std::map<std::string, std::string>;

void readMetadata(ProtobufReader entry, Metadata& metadata) {
  std::string key, value;
  while (entry.next()) {
    if (entry.isBytes(1)) key = entry.text(longestText);
    if (entry.isBytes(2)) value = entry.text(longestText);
  }
  if (metadata.size() < mostMetadata) metadata[key] = value;
}

// ValueInfoProto { name = 1, type = 2 { tensor_type = 1 { shape = 2 { dim = 1 { value = 1 } } } } }
OnnxInfo::Output readEnd(ProtobufReader value) {
  OnnxInfo::Output end;
  const auto readShape = [&](ProtobufReader shape) {
    while (shape.next())
      if (shape.isBytes(1)) {
        ProtobufReader dimension = shape.inner();
        while (dimension.next())
          if (dimension.isInteger(1) && end.sizes.size() < 8)
            end.sizes.push_back(dimension.integer());
      }
  };
  while (value.next()) {
    if (value.isBytes(1)) end.name = value.text(longestText);
    if (!value.isBytes(2)) continue;
    ProtobufReader type = value.inner();
    while (type.next())
      if (type.isBytes(1)) {
        ProtobufReader tensor = type.inner();
        while (tensor.next())
          if (tensor.isBytes(2)) readShape(tensor.inner());
      }
  }
  return end;
}

void readGraph(ProtobufReader graph, OnnxInfo& info) {
  while (graph.next()) {
    if (graph.isBytes(11)) info.inputName = readEnd(graph.inner()).name;
    if (graph.isBytes(12) && info.outputs.size() < mostEnds)
      info.outputs.push_back(readEnd(graph.inner()));
    if (graph.isBytes(5)) return;  // our initializers come after the inputs and outputs
  }
}

std::vector<std::string> textList(const Metadata& metadata, const char* key) {
  const auto found = metadata.find(key);
  if (found == metadata.end()) return {};
  const JsonDocument document(found->second, /*deepest=*/1);
  const JsonValue list = document.root();
  if (!list.isList() || list.size() > 65536) badModel(key);
  std::vector<std::string> texts;
  for (const JsonValue& item : list.entries()) {
    if (!item.isText()) badModel(key);
    texts.emplace_back(item.text());
  }
  return texts;
}

std::string text(const Metadata& metadata, const char* key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? "" : found->second;
}

double number(const Metadata& metadata, const char* key) {
  const std::string digits = text(metadata, key);
  char* end = nullptr;
  const double value = std::strtod(digits.c_str(), &end);
  if (digits.empty() || digits.size() > 16 || *end != '\0' || !(value > 0) || value > 1e9)
    badModel(key);
  return value;
}

void interpret(const Metadata& metadata, OnnxInfo& info) {
  if (number(metadata, onnxKey::format) > onnxFormatVersion)
    throw ModelError("newer-model", "The model was made by a newer version (format " +
                                        quote(text(metadata, onnxKey::format)) +
                                        "): update ecgfounder-web.");
  info.leads = textList(metadata, onnxKey::leads);
  info.labels = textList(metadata, onnxKey::labels);
  info.samplingRate = number(metadata, onnxKey::samplingRate);
  info.windowSamples = static_cast<std::uint64_t>(number(metadata, onnxKey::windowSamples));
  info.preset = text(metadata, onnxKey::preset);
  info.weights = text(metadata, onnxKey::weights) == "fp16" ? WeightType::fp16 : WeightType::fp32;
  info.sourceSha256 = text(metadata, onnxKey::sourceSha256);
  info.net = net1DFromJson(text(metadata, onnxKey::net1d));
  const auto classes = static_cast<std::size_t>(info.net.classes);
  if (!info.labels.empty() && info.labels.size() != classes) badModel(onnxKey::labels);
  if (!info.leads.empty() && info.leads.size() != static_cast<std::size_t>(info.net.leads))
    badModel(onnxKey::leads);
  for (const char* name : {"logits", "features", "time_map"})
    if (std::none_of(info.outputs.begin(), info.outputs.end(),
                     [&](const OnnxInfo::Output& output) { return output.name == name; }))
      badModel(std::string("output ") + name);
}

}  // namespace

OnnxInfo readOnnxInfo(const ByteSource& source) {
  OnnxInfo info;
  Metadata metadata;
  try {
    ProtobufReader model(source, 0, source.size());
    while (model.next()) {
      if (model.isBytes(onnxModel::metadata)) readMetadata(model.inner(), metadata);
      if (model.isBytes(onnxModel::graph)) readGraph(model.inner(), info);
    }
  } catch (const ModelError& error) {
    if (metadata.count(onnxKey::format) != 0 || error.code() == "read-failed") throw;
  }
  if (metadata.count(onnxKey::format) == 0) notOurs();
  interpret(metadata, info);
  return info;
}

}  // namespace founder
