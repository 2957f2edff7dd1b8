#include <cstring>
#include <functional>
#include <stdexcept>
#include <string_view>

#include "models/dtype.h"
#include "models/little_endian.h"
#include "tests/support/onnx_interpreter.h"

namespace founder::test {
namespace {

// Calls `field` with the number, the integer or the bytes of each field.
void parse(std::string_view bytes,
           const std::function<void(int, std::uint64_t, std::string_view)>& field) {
  std::size_t at = 0;
  const auto varint = [&] {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes.at(at++));
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.size()) {
    const std::uint64_t tag = varint(), value = varint();
    const bool nested = (tag & 7) == 2;
    if (!nested && (tag & 7) != 0) throw std::runtime_error("a wire type that is not written");
    field(static_cast<int>(tag >> 3), value, nested ? bytes.substr(at, value) : "");
    if (nested) at += value;
  }
}

double element(int type, const char* bytes) {
  if (type == 7) return static_cast<double>(littleEndian(bytes, 8));
  if (type == 10) return halfToFloat(static_cast<std::uint16_t>(littleEndian(bytes, 2)));
  float value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

void parseTensor(std::string_view bytes, OnnxModel& model) {
  Array array;
  std::string name;
  int type = 0;
  parse(bytes, [&](int field, std::uint64_t value, std::string_view text) {
    if (field == 1) array.shape.push_back(static_cast<std::int64_t>(value));
    if (field == 2) type = static_cast<int>(value);
    if (field == 8) name = text;
    if (field != 9) return;
    const std::size_t size = type == 7 ? 8 : type == 10 ? 2 : 4;
    for (std::size_t at = 0; at < text.size(); at += size)
      array.values.push_back(element(type, text.data() + at));
  });
  model.initializers[name] = std::move(array);
}

void parseNode(std::string_view bytes, OnnxModel& model) {
  OnnxNode node;
  parse(bytes, [&](int field, std::uint64_t, std::string_view text) {
    if (field == 1) node.inputs.emplace_back(text);
    if (field == 2) node.output = text;
    if (field == 4) node.op = text;
    if (field != 5) return;
    std::string name;
    std::vector<std::int64_t> values;
    parse(text, [&](int part, std::uint64_t value, std::string_view partText) {
      if (part == 1) name = partText;
      if (part == 3 || part == 8) values.push_back(static_cast<std::int64_t>(value));
    });
    node.attributes[name] = values;
  });
  model.nodes.push_back(std::move(node));
}

}  // namespace

OnnxModel parseOnnx(const std::string& bytes) {
  OnnxModel model;
  parse(bytes, [&](int field, std::uint64_t, std::string_view graph) {
    if (field != 7) return;
    parse(graph, [&](int part, std::uint64_t, std::string_view text) {
      if (part == 1) parseNode(text, model);
      if (part == 5) parseTensor(text, model);
    });
  });
  return model;
}

}  // namespace founder::test
