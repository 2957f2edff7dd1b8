// Makes a checkpoint of ECGFounder's exact layout with random weights, without PyTorch.
#include <iostream>
#include <stdexcept>

#include "tests/support/checkpoint_writer.h"
#include "tests/support/file_bytes.h"
#include "tests/support/golden_case.h"

namespace {

constexpr char usage[] =
    "make_checkpoint --out FILE [--leads 12] [--small] [--case GOLDEN.json]\n"
    "                [--format torch|safetensors] [--dtype fp32|fp16|bf16|fp64] [--no-optimizer]\n"
    "                [--bare] [--prefix module.] [--defect NAME]\ndefects:";

struct Arguments {
  founder::test::CheckpointSpec spec;
  std::string out, goldenCase, format = "torch", dtype = "fp32";
  int leads = 12;
  bool small = false;
};

founder::DType dtypeNamed(const std::string& name) {
  if (name == "fp32") return founder::DType::float32;
  if (name == "fp16") return founder::DType::float16;
  if (name == "bf16") return founder::DType::bfloat16;
  if (name == "fp64") return founder::DType::float64;
  throw std::invalid_argument("no such dtype: " + name);
}

Arguments parse(int count, char** values) {
  Arguments out;
  for (int i = 1; i < count; ++i) {
    const std::string name = values[i];
    const auto next = [&]() -> std::string {
      if (i + 1 >= count) throw std::invalid_argument(name + " wants a value");
      return values[++i];
    };
    if (name == "--out")
      out.out = next();
    else if (name == "--leads")
      out.leads = std::stoi(next());
    else if (name == "--small")
      out.small = true;
    else if (name == "--case")
      out.goldenCase = next();
    else if (name == "--format")
      out.format = next();
    else if (name == "--dtype")
      out.spec.dtype = dtypeNamed(next());
    else if (name == "--no-optimizer")
      out.spec.optimizer = false;
    else if (name == "--bare")
      out.spec.bare = true;
    else if (name == "--prefix")
      out.spec.prefix = next();
    else if (name == "--defect")
      out.spec.defect = founder::test::defectNamed(next());
    else
      throw std::invalid_argument("unknown option " + name);
  }
  if (out.out.empty()) throw std::invalid_argument("--out is missing");
  return out;
}

// The release's network, one a thousand times smaller with its 150 labels, or a golden case's.
founder::Net1D network(const Arguments& arguments) {
  if (!arguments.goldenCase.empty()) return founder::test::loadGoldenCase(arguments.goldenCase).net;
  founder::Net1DConfig config;
  config.leads = arguments.leads;
  if (arguments.small) {
    config.baseFilters = 16;
    config.filters = {16, 32, 48};
    config.blocks = {1, 2, 1};
  }
  return founder::makeNet1D(config);
}

}  // namespace

int main(int count, char** values) {
  try {
    Arguments arguments = parse(count, values);
    arguments.spec.net = network(arguments);
    founder::test::FileSink sink(arguments.out);
    if (arguments.format == "torch")
      founder::test::writeTorchCheckpoint(arguments.spec, sink);
    else if (arguments.format == "safetensors")
      founder::test::writeSafetensors(arguments.spec, sink);
    else
      throw std::invalid_argument("no such format: " + arguments.format);
    std::cout << arguments.out << ": " << sink.bytesWritten << " bytes\n";
    return 0;
  } catch (const std::invalid_argument& error) {
    std::cerr << error.what() << "\n" << usage;
    for (const std::string& name : founder::test::defectNames()) std::cerr << " " << name;
    std::cerr << "\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
