#include <doctest/doctest.h>

#include <cstring>

#include "tests/native/checkpoint_checks.h"
#include "tests/support/pickle_writer.h"
#include "tests/support/zip_writer.h"

namespace {

using namespace founder;
using namespace founder::test;

struct View {
  const char* name;
  int offset, rows, columns, rowStride, columnStride;
};

/// A bare state_dict of views of one storage of the numbers 0 to 5.
std::string checkpointOf(const std::vector<View>& views, bool damaged = false) {
  PickleWriter pickle;
  pickle.op("}(");
  for (const View& view : views) {
    pickle.text(view.name).global("torch._utils", "_rebuild_tensor_v2").op("((");
    pickle.text("storage").global("torch", "FloatStorage").text("0").text("cpu").integer(6);
    pickle.op("tQ").integer(view.offset).integer(view.rows).integer(view.columns).op("\x86");
    pickle.integer(view.rowStride).integer(view.columnStride).op("\x86").op("\x89NtR");
  }
  pickle.op("u.");
  const float numbers[] = {0, 1, 2, 3, 4, 5};
  MemorySink sink;
  ZipWriter zip(sink);
  zip.begin("archive/data.pkl");
  zip.write(pickle.bytes.data(), pickle.bytes.size());
  zip.end();
  zip.begin("archive/data/0");
  zip.write(numbers, sizeof numbers, damaged);
  zip.end();
  zip.finish();
  return {sink.bytes.begin(), sink.bytes.end()};
}

std::vector<float> read(const Checkpoint& checkpoint, const char* name) {
  std::vector<float> values;
  checkpoint.read(*checkpoint.find(name), [&](const float* chunk, std::size_t count) {
    values.insert(values.end(), chunk, chunk + count);
  });
  return values;
}

}  // namespace

TEST_CASE("tensors may share a storage, each from its own offset") {
  const std::string bytes = checkpointOf({{"a", 0, 2, 1, 1, 1}, {"b", 2, 2, 2, 2, 1}});
  const MemorySource source(bytes);
  const Checkpoint checkpoint = openCheckpoint(source);
  CHECK(read(checkpoint, "a") == std::vector<float>{0, 1});
  CHECK(read(checkpoint, "b") == std::vector<float>{2, 3, 4, 5});
}

TEST_CASE("a shared storage's checksum counts for each of its tensors") {
  const std::string bytes = checkpointOf({{"a", 0, 2, 1, 1, 1}, {"b", 2, 2, 2, 2, 1}}, true);
  const MemorySource source(bytes);
  const Checkpoint checkpoint = openCheckpoint(source);
  CHECK_THROWS_WITH_AS(read(checkpoint, "b"), doctest::Contains("\"b\""), ModelError);
}

TEST_CASE("a stride says nothing where a dimension has one element") {
  CHECK(codeOf(checkpointOf({{"a", 0, 1, 6, 99, 1}})) == "missing-tensor");
}

TEST_CASE("a transposed or a sliced view is refused, and says how to save it") {
  for (const View& view : {View{"t", 0, 2, 3, 1, 2}, View{"s", 0, 2, 2, 3, 1}}) {
    const std::string error = errorOf(checkpointOf({view}));
    CHECK(error.find("bad-tensor") == 0);
    CHECK(error.find(".contiguous()") != std::string::npos);
  }
}

TEST_CASE("a tensor beyond its storage is refused") {
  CHECK(codeOf(checkpointOf({{"a", 1, 2, 3, 3, 1}})) == "bad-tensor");
  CHECK(codeOf(checkpointOf({{"a", 0, 100000, 100000, 100000, 1}})) == "bad-tensor");
  CHECK(codeOf(checkpointOf({{"a", -1, 1, 1, 1, 1}})) == "bad-tensor");
}
