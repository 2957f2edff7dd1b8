#include "preprocess/formats/hdf5/hdf5.h"

#include <doctest/doctest.h>

#include "tests/support/reader_checks.h"

using ecg::hdf5Format;
using ecg::Match;
using namespace ecg::test;

namespace {

const std::string signature("\x89HDF\r\n\x1a\n", 8);

Match sniffed(const std::string& bytes) { return hdf5Format().sniff(oneFile("x", bytes)); }

}  // namespace

TEST_CASE("hdf5: recognised wherever the signature may be, and refused") {
  CHECK(sniffed(signature + "more") == Match::certain);
  CHECK(sniffed(std::string(512, 'u') + signature) == Match::certain);
  CHECK(sniffed(std::string(2048, 'u') + signature) == Match::certain);
  CHECK(sniffed(std::string(100, 'u') + signature) == Match::none);
  CHECK(sniffed("") == Match::none);
  CHECK(refusal(hdf5Format(), "x.h5", signature, "unsupported-hdf5").find("CSV") !=
        std::string::npos);
}

TEST_CASE("hdf5: MATLAB 7.3 is named") {
  std::string bytes = "MATLAB 7.3 MAT-file, Platform: GLNXA64";
  bytes.resize(512, ' ');
  bytes += signature;
  CHECK(sniffed(bytes) == Match::certain);
  const auto sentence = refusal(hdf5Format(), "x.mat", bytes, "unsupported-hdf5");
  CHECK(sentence.find("save(name, '-v7')") != std::string::npos);
}
