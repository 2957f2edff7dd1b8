#include "models/error.h"
#include "models/json_document.h"
#include "models/json_writer.h"
#include "models/net1d_description.h"

namespace founder {
namespace {

[[noreturn]] void bad() {
  throw ModelError("bad-description",
                   "The model's description of its own network cannot be read: convert the "
                   "checkpoint again.");
}

int number(const JsonValue& object, const char* key) {
  const std::uint64_t value = object.find(key).count();
  if (value < 1 || value > 65536) bad();
  return static_cast<int>(value);
}

void write(JsonWriter& out, const char* key, int value) {
  out.key(key).count(static_cast<std::uint64_t>(value));
}

}  // namespace

std::string net1DToJson(const Net1D& net) {
  JsonWriter out(JsonWriter::Layout::compact);
  out.beginObject();
  write(out, "leads", net.leads);
  write(out, "baseFilters", net.baseFilters);
  write(out, "kernel", net.kernel);
  write(out, "classes", net.classes);
  out.key("stages").beginList();
  for (const Net1DStage& stage : net.stages) {
    out.beginObject();
    write(out, "channels", stage.channels);
    write(out, "middle", stage.middle);
    write(out, "groups", stage.groups);
    write(out, "blocks", stage.blocks);
    out.end();
  }
  return out.end().end().bytes();
}

Net1D net1DFromJson(const std::string& text) {
  const JsonDocument document(text.size() <= 65536 ? text : "", /*deepest=*/4);
  const JsonValue in = document.root(), stages = in.find("stages");
  if (!stages.isList() || stages.size() > 32) bad();
  Net1D net;
  net.leads = number(in, "leads");
  net.baseFilters = number(in, "baseFilters");
  net.kernel = number(in, "kernel");
  net.classes = number(in, "classes");
  for (const JsonValue& stage : stages.entries())
    net.stages.push_back({number(stage, "channels"), number(stage, "middle"),
                          number(stage, "groups"), number(stage, "blocks")});
  return net;
}

}  // namespace founder
