// Writes the seeds of every fuzz target: write_seeds FOLDER -> FOLDER/fuzz_wfdb/..., and so on.
#include <filesystem>
#include <iostream>

#include "tests/support/every_format.h"
#include "tests/support/file_bytes.h"
#include "tests/support/fuzz_seeds.h"
#include "tests/support/fuzz_seeds_beats.h"
#include "tests/support/fuzz_seeds_evaluation.h"
#include "tests/support/fuzz_seeds_models.h"
#include "tests/support/fuzz_seeds_wfdb.h"
#include "tests/support/numpy_writer.h"

namespace {

void write(const std::filesystem::path& folder, const ecg::test::Seeds& seeds) {
  std::filesystem::create_directories(folder);
  for (const auto& [name, bytes] : seeds)
    founder::test::FileSink((folder / name).string()).write(bytes.data(), bytes.size());
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    std::cerr << "write_seeds FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = values[1];
  for (const auto& format : ecg::test::formatSeeds()) write(folder / format.target, format.seeds);
  const auto every = ecg::test::everyFormat(ecg::test::steppedEcg(20));
  write(folder / "fuzz_collection", every);
  write(folder / "fuzz_collection",
        {{"all.zip", ecg::test::writeZip({every, true, false})},
         {"one.zip", ecg::test::writeZip({{every[0], every[1]}, {}, {}})}});
  for (const auto& [target, seeds] :
       {std::pair("fuzz_wfdb", ecg::test::wfdbSeeds()),
        std::pair("fuzz_annotations", ecg::test::annotationSeeds()),
        std::pair("fuzz_beats", ecg::testing::beatSeeds()),
        std::pair("fuzz_csv", ecg::test::csvSeeds()),
        std::pair("fuzz_deflate", ecg::test::deflateSeeds()),
        std::pair("fuzz_flac", ecg::test::flacSeeds()),
        std::pair("fuzz_sierra", ecg::test::xliSeeds()),
        std::pair("fuzz_checkpoint", founder::test::checkpointSeeds()),
        std::pair("fuzz_pickle", founder::test::pickleSeeds()),
        std::pair("fuzz_onnx_info", founder::test::onnxSeeds()),
        std::pair("fuzz_net1d", founder::test::onnxSeeds()),
        std::pair("fuzz_evidence", founder::test::evidenceSeeds()),
        std::pair("fuzz_evaluation", founder::test::evaluationSeeds())})
    write(folder / target, seeds);
}
