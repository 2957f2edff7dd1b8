#include "preprocess/formats/npy/npy.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/support/array_checks.h"
#include "tests/support/numpy_writer.h"

using ecg::Match;
using ecg::npyFormat;
using namespace ecg::test;

namespace {

ecg::ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = bothGiven()) {
  const auto files = oneFile("x.npy", bytes);
  CHECK(npyFormat().sniff(files) == Match::certain);
  return npyFormat().read(files, options);
}

NumpyArray array(std::vector<std::size_t> shape, const std::string& type = "<f8") {
  NumpyArray out;
  out.type = type;
  std::size_t count = 1;
  for (std::size_t side : shape) count *= side;
  out.values = ramp(count);
  out.shape = std::move(shape);
  return out;
}

NumpyArray texts(const std::string& type, const std::vector<std::string>& values) {
  NumpyArray out;
  out.type = type;
  out.texts = values;
  if (values.size() > 1) out.shape = {values.size()};
  return out;
}

ZipFile archive() {
  NumpyArray rate = array({}, "<i8");
  rate.values = {512};
  return {{{"signal.npy", writeNumpy(array({200, 2}, ">i2"))},
           {"fs.npy", writeNumpy(rate)},
           {"units.npy", writeNumpy(texts("<U2", {"uV"}))},
           {"leads.npy", writeNumpy(texts("|S3", {"I", "V1"}))}}};
}

}  // namespace

TEST_CASE("npy: every type, byte order, index order and version") {
  for (const char order : {'<', '>', '|', '='})
    for (const char* kind : {"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
      for (const int version : {1, 2, 3}) {
        NumpyArray a = array({2, 5}, order + std::string(kind));
        a.version = version;
        CAPTURE(a.type);
        const auto r = readBytes(writeNumpy(a)).recording;
        CHECK(r.format == "npy");
        REQUIRE(r.leads.size() == 2);
        CHECK(samplesOf(r, 1) == Floats{5, 6, 7, 8, 9});
        a.fortran = true;
        CHECK(samplesOf(readBytes(writeNumpy(a)).recording, 1) == Floats{1, 3, 5, 7, 9});
      }
}

TEST_CASE("npy: the ends of each type") {
  const std::pair<const char*, std::vector<double>> ends[] = {
      {"<i1", {-128, 127}},
      {"<u1", {0, 255}},
      {">i2", {-32768, 32767}},
      {"<i4", {-2147483648.0, 2147483647.0}},
      {"<u4", {0, 4294967295.0}},
      {"<i8", {-9007199254740992.0, 9007199254740992.0}},
      {"<u8", {0, 9007199254740992.0}},
      {"<f2", {5.9604644775390625e-8, 6.103515625e-5, 0.333251953125, -65504}},
      {"<f8", {-1e29, 1e-30}}};
  for (const auto& end : ends) {
    const auto& type = end.first;
    const auto& values = end.second;
    CAPTURE(type);
    NumpyArray a = array({values.size()}, type);
    a.values = values;
    const auto r = readBytes(writeNumpy(a)).recording;
    for (std::size_t i = 0; i < values.size(); ++i)
      CHECK(r.samples[i] == static_cast<float>(values[i]));
  }
}

TEST_CASE("npy: what is no number is missing") {
  for (const char* type : {"<f2", "<f4", "<f8"}) {
    NumpyArray a = array({4}, type);
    a.values = {1, std::numeric_limits<double>::quiet_NaN(), 0,
                -std::numeric_limits<double>::infinity()};
    const auto r = readBytes(writeNumpy(a)).recording;
    CHECK(std::isnan(r.samples[1]));
    CHECK(std::isnan(r.samples[3]));
    CHECK(diagnosticOf(r, "missing-samples") ==
          "2 samples are no number in the file and NaN here.");
  }
}

TEST_CASE("npy: sides") {
  struct Layout {
    std::vector<std::size_t> shape;
    std::size_t leads, length;
  };
  for (const Layout& layout :
       {Layout{{120}, 1, 120}, Layout{{120, 1}, 1, 120}, Layout{{1, 120}, 1, 120},
        Layout{{120, 12}, 12, 120}, Layout{{1, 12, 120}, 12, 120}, Layout{{4, 1, 120}, 1, 120},
        Layout{{4, 120, 1}, 1, 120}, Layout{{1, 1, 12, 120}, 12, 120}}) {
    const auto r = readBytes(writeNumpy(array(layout.shape))).recording;
    CHECK(r.leads.size() == layout.leads);
    CHECK(r.length == layout.length);
    CHECK(diagnosticOf(r, "lead-axis").empty() == (layout.leads == 1));
  }
  refusal(npyFormat(), "x.npy", writeNumpy(array({12, 12})), "axis-unknown", bothGiven());
  const std::string wide = writeNumpy(array({70, 90}));
  refusal(npyFormat(), "x.npy", wide, "axis-unknown", bothGiven());
  const auto r = readBytes(wide, given(500, 1, std::vector<std::string>(90, "x"))).recording;
  CHECK(r.leads.size() == 90);
  CHECK(r.samples[1] == 90);
  refusal(npyFormat(), "x.npy", writeNumpy(array({2, 3, 4, 5})), "no-signal", bothGiven());
  refusal(npyFormat(), "x.npy", writeNumpy(array({})), "no-signal", bothGiven());
  refusal(npyFormat(), "x.npy", writeNumpy(array({0, 5})), "no-signal", bothGiven());
}

TEST_CASE("npy: several recordings") {
  const std::string bytes = writeNumpy(array({3, 2, 110}));
  const auto r = readBytes(bytes, given(500, 1, {}, 3)).recording;
  CHECK(r.samples[0] == 40);  // number 440 of the ramp
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 3 recordings here, of which number 3 was read: 1 to 3 are the array (3 x 2 x "
        "110).");
  for (const std::size_t number : {0, 4})
    refusal(npyFormat(), "x.npy", bytes, "no-such-recording", given(500, 1, {}, number));
}

TEST_CASE("npy: objects, pickles and other types are refused by name") {
  const auto objects = refusal(npyFormat(), "x.npy", writeNumpy(array({3}, "|O")),
                               "unsupported-pickle", bothGiven());
  CHECK(objects.find("numpy.save") != std::string::npos);
  const std::string pickle = "\x80\4\x95\1.";
  CHECK(npyFormat().sniff(oneFile("x.pkl", pickle)) == Match::possible);
  refusal(npyFormat(), "x.pkl", pickle, "unsupported-pickle", bothGiven());
  for (const char* type : {"<c16", "<f16", "<M8[ns]", "|b1", "<i3", "|V4"})
    refusal(npyFormat(), "x.npy", writeNumpy(array({3}, type)), "unsupported-type", bothGiven());
  NumpyArray fields = array({3});
  fields.header =
      "{'descr': [('a', '<f8'), ('b[', '<i4', (2,))], 'fortran_order': False, "
      "'shape': (3,), }";
  const auto sentence =
      refusal(npyFormat(), "x.npy", writeNumpy(fields), "unsupported-type", bothGiven());
  CHECK(sentence.find("structured") != std::string::npos);
}

TEST_CASE("npy: damaged headers") {
  const std::string bytes = writeNumpy(array({2, 5}));
  for (std::size_t size = 6; size < bytes.size(); size += 7)
    refusal(npyFormat(), "x.npy", bytes.substr(0, size), "truncated", bothGiven());
  std::string version = bytes;
  version[6] = 4;
  refusal(npyFormat(), "x.npy", version, "bad-header", bothGiven());
  for (const char* header :
       {"", "{", "{'descr': '<f8'}", "{'descr': '<f8', 'fortran_order': 0, 'shape': (2,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-2,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2 3)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1234567890123456,)}",
        "{'descr': '<f8, 'fortran_order': False}", "{'descr': ['<f8', 'fortran_order': False}",
        "{'descr': '<f8' 'shape': (2,)}", "{'extra': '<f8'}"}) {
    NumpyArray a = array({2});
    a.header = std::string(header) + " ";
    CAPTURE(header);
    refusal(npyFormat(), "x.npy", writeNumpy(a), "bad-header", bothGiven());
  }
  NumpyArray vast = array({2});
  vast.header =
      "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 99999999999, 9), }";
  refusal(npyFormat(), "x.npy", writeNumpy(vast), "truncated", bothGiven());
}

TEST_CASE("npz: the arrays beside the signal say what it does not") {
  for (const bool deflate : {false, true})
    for (const bool zip64 : {false, true}) {
      ZipFile zip = archive();
      zip.deflate = deflate;
      zip.zip64 = zip64;
      const auto r = readBytes(writeZip(zip), {}).recording;
      CHECK(r.format == "npz");
      CHECK(r.samplingRate == 512);
      REQUIRE(r.leads.size() == 2);
      CHECK(r.leads[1].name == "V1");
      CHECK(r.samples[1] == 0.002f);
      CHECK(r.diagnostics.empty());
    }
}

TEST_CASE("npz: the ECG among other arrays") {
  ZipFile zip;
  zip.entries = {
      {"noise.npy", writeNumpy(array({300, 3}))}, {"my_ecg.npy", writeNumpy(array({150}))},
      {"meta.npy", writeNumpy(array({2}, "|O"))}, {"readme.txt", "text"},
      {"rpeaks.npy", writeNumpy(array({130}))},   {"few.npy", writeNumpy(array({8, 2}))}};
  const auto r = readBytes(writeZip(zip)).recording;
  CHECK(r.length == 150);
  CHECK(diagnosticOf(r, "several-recordings").find("1 is my_ecg (150), 2 is noise (300 x 3).") !=
        std::string::npos);
  CHECK(
      diagnosticOf(r, "array-left-out").find("Array meta was left out: it holds Python objects") ==
      0);
  CHECK(readBytes(writeZip(zip), given(500, 1, {}, 2)).recording.length == 300);
}

TEST_CASE("npz: damage") {
  const std::string bytes = writeZip(archive());
  refusal(npyFormat(), "x.npz", bytes.substr(0, bytes.size() - 23), "truncated");
  std::string changed = bytes;
  changed[200] ^= 1;
  const auto sentence = refusal(npyFormat(), "x.npz", changed, "checksum-failed");
  CHECK(sentence.find("\"signal.npy\"") != std::string::npos);
  const auto directory = bytes.find("PK\1\2");
  const std::pair<std::size_t, const char*> broken[] = {
      {0, "bad-zip"},  {8, "unsupported-zip"}, {10, "unsupported-zip"}, {16, "checksum-failed"},
      {23, "bad-zip"}, {24, "bad-zip"},        {28, "bad-zip"},         {42, "bad-zip"}};
  for (const auto& each : broken) {
    const std::size_t at = each.first;
    const char* code = each.second;
    CAPTURE(at);
    changed = bytes;
    changed[directory + at] ^= 1;
    refusal(npyFormat(), "x.npz", changed, code);
  }
  const auto end = bytes.find("PK\5\6");
  for (const std::size_t at : {10, 16, 19}) {
    CAPTURE(at);
    changed = bytes;
    changed[end + at] ^= 0x40;
    refusal(npyFormat(), "x.npz", changed, "bad-zip");
  }
  ZipFile objects;
  objects.entries = {{"a.npy", writeNumpy(array({3}, "|O"))}};
  refusal(npyFormat(), "x.npz", writeZip(objects), "unsupported-pickle");
  ZipFile other;
  other.entries = {{"a.npy", "text"}};
  refusal(npyFormat(), "x.npz", writeZip(other), "bad-header");
}

TEST_CASE("npz: a small file that unpacks to all memory is refused") {
  // Every directory entry names the same packed bytes; together they pass the bound.
  ZipFile zip;
  NumpyArray large = array({1 << 20}, "<f8");
  zip.entries = {{"a.npy", writeNumpy(large)}};
  const std::string one = writeZip(zip);
  const std::size_t begin = one.find("PK\1\2"), end = one.find("PK\5\6");
  std::string bytes = one.substr(0, begin), directory;
  for (int i = 0; i < 200; ++i) directory += one.substr(begin, end - begin);
  std::string tail = one.substr(end);
  tail[8] = tail[10] = static_cast<char>(200);
  refusal(npyFormat(), "x.npz", bytes + directory + tail, "bad-zip");
}

TEST_CASE("npy: sniffing") {
  CHECK(npyFormat().sniff(oneFile("x", "")) == Match::none);
  CHECK(npyFormat().sniff(oneFile("x", "PK\3\4")) == Match::none);
  ZipFile zip;
  zip.entries = {{"word/document.xml", "<x/>"}};
  CHECK(npyFormat().sniff(oneFile("x", writeZip(zip))) == Match::none);
}
