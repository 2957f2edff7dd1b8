#include "models/pickle.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "models/error.h"
#include "tests/support/fuzz_seeds_models.h"
#include "tests/support/pickle_writer.h"
#include "tests/support/zip_writer.h"

namespace {

using founder::ModelError;
using founder::Pickle;
using Kind = Pickle::Kind;
using namespace std::string_literals;

std::string errorOf(const std::string& pickle) {
  try {
    Pickle{pickle};
  } catch (const ModelError& error) {
    return error.code() + ": " + error.what();
  }
  return "none";
}

std::string codeOf(const std::string& pickle) {
  const std::string error = errorOf(pickle);
  return error.substr(0, error.find(':'));
}

}  // namespace

TEST_CASE("a pickle of the official layout") {
  const auto seeds = founder::test::pickleSeeds();
  const Pickle pickle(seeds[0].second);
  CHECK(pickle[pickle.root()].kind == Kind::dict);
  for (const char* key : {"epoch", "step", "state_dict", "optimizer", "scheduler", "val_auroc"})
    CHECK(pickle.find(pickle.root(), key) != Pickle::none);
  CHECK(pickle[pickle.find(pickle.root(), "step")].integer == 100000);
  CHECK(pickle[pickle.find(pickle.root(), "val_auroc")].kind == Kind::opaque);
  const Pickle::Ref state = pickle.find(pickle.root(), "state_dict");
  CHECK(pickle[pickle.find(state, "dense.bias")].kind == Kind::tensor);
  CHECK(pickle.find(state, "dense") == Pickle::none);
}

TEST_CASE("protocol 4 and every container") {
  for (const auto& seed : founder::test::pickleSeeds()) {
    CAPTURE(seed.first);
    CHECK(codeOf(seed.second) == (seed.first == "foreign-global" ? "foreign-global" : "none"));
  }
}

TEST_CASE("numbers of each width") {
  const Pickle pickle(
      "\x80\x02(K\xffM\xff\xffJ\xff\xff\xff\xff\x8a\x02\x00\x80\x8a\x00\x8a\x08"
      "\x01\x00\x00\x00\x00\x00\x00\x80\x8a\x09\x01\x02\x03\x04\x05\x06\x07\x08\x09t."s);
  const auto& items = pickle[pickle.root()].items;
  REQUIRE(items.size() == 7);
  CHECK(pickle[items[0]].integer == 255);
  CHECK(pickle[items[1]].integer == 65535);
  CHECK(pickle[items[2]].integer == -1);
  CHECK(pickle[items[3]].integer == -32768);
  CHECK(pickle[items[4]].integer == 0);
  CHECK(pickle[items[5]].integer == INT64_MIN + 1);
  CHECK(pickle[items[6]].kind == Kind::opaque);
}

TEST_CASE("a foreign global is refused by name, wherever it stands") {
  CHECK(errorOf("\x80\x02"
                "cos\nsystem\nX\x02\x00\x00\x00ls\x85R."s)
            .find("\"os.system\"") != std::string::npos);
  CHECK(codeOf("\x80\x02"
               "cbuiltins\neval\n."s) == "foreign-global");
  CHECK(codeOf("\x80\x02"
               "cposix\nsystem\n0N."s) == "foreign-global");
  CHECK(codeOf("\x80\x02(ios\nsystem\n."s) == "foreign-global");
  CHECK(codeOf("\x80\x04\x8c\x02os\x8c\x06system\x93."s) == "foreign-global");
  CHECK(codeOf("\x80\x02"
               "cnumpy\nload\n."s) == "foreign-global");
  // a dotted name would reach through a harmless module
  CHECK(codeOf("\x80\x04\x8c\x05torch\x8c\x0dserialization\x93."s) == "foreign-global");
  CHECK(codeOf("\x80\x02"
               "c__torch__.net1d\nNet1D\n."s) == "foreign-global");
}

TEST_CASE("what a scheduler leaves behind is passed over") {
  CHECK(codeOf("\x80\x02"
               "ctorch.optim.lr_scheduler\nLambdaLR\n)R}b."s) == "none");
  CHECK(codeOf("\x80\x02"
               "ctorch.optimal\nLambdaLR\n)R."s) == "foreign-global");
}

TEST_CASE("damaged pickles") {
  CHECK(codeOf("") == "truncated");
  CHECK(codeOf("\x80\x02"s) == "truncated");
  CHECK(codeOf("\x80\x02.") == "bad-pickle");
  CHECK(codeOf("\x80\x06N.") == "bad-pickle");
  CHECK(codeOf("\x80\x02"
               "0.") == "bad-pickle");
  CHECK(codeOf("\x80\x02t.") == "bad-pickle");
  CHECK(codeOf("\x80\x02(0.") == "bad-pickle");
  CHECK(codeOf("\x80\x02h\x05.") == "bad-pickle");
  CHECK(codeOf("\x80\x02NNs.") == "bad-pickle");
  CHECK(codeOf("\x80\x02}(Nu.") == "bad-pickle");
  CHECK(codeOf("\x80\x02N)R.") == "bad-pickle");
  CHECK(codeOf("\x80\x02NQ.") == "bad-pickle");
  CHECK(codeOf("\x80\x02P.") == "bad-pickle");
  CHECK(codeOf("\x80\x02"
               "ctorch._utils\n_rebuild_tensor_v2\n)R.") == "bad-pickle");
  CHECK(codeOf("\x80\x02"
               "cno newline") == "truncated");
}

TEST_CASE("huge sizes are claims, not allocations") {
  CHECK(codeOf("\x80\x02X\xff\xff\xff\xff.") == "truncated");
  CHECK(codeOf("\x80\x04\x8d\xff\xff\xff\xff\xff\xff\xff\xff.") == "truncated");
  CHECK(codeOf("\x80\x05\x96\xff\xff\xff\xff\xff\xff\xff\x7f.") == "truncated");
  CHECK(codeOf("\x80\x02\x8b\xff\xff\xff\xff.") == "truncated");
  CHECK(codeOf("\x80\x02Nr\xff\xff\xff\xff.") == "none");
  CHECK(codeOf("\x80\x02" + std::string((16 << 20), 'N')) == "too-large");
  CHECK(codeOf("\x80\x02" + std::string(1 << 21, '}') + ".") == "too-large");
}

TEST_CASE("a million levels deep, and around in a circle") {
  const std::size_t depth = 1000000;
  CHECK(codeOf("\x80\x02" + std::string(depth, '(') + std::string(depth, 't') + ".") == "none");
  CHECK(codeOf("\x80\x02]q\0h\0a."s) == "none");
  std::string nested = "\x80\x02";
  for (std::size_t i = 0; i < 500000; ++i) nested += i == 0 ? ")" : "\x85";
  CHECK(codeOf(nested + ".") == "none");
}

TEST_CASE("many uses of one large tuple do not multiply it") {
  founder::test::PickleWriter writer;
  writer.global("torch._utils", "_rebuild_tensor_v2").op("(");
  for (int i = 0; i < 100000; ++i) writer.op("N");
  writer.op("t");
  const std::uint32_t tuple = writer.put();
  for (int i = 0; i < 100000; ++i) writer.get(0).get(tuple).op("R");
  CHECK(codeOf(writer.bytes + ".") == "bad-pickle");
}
