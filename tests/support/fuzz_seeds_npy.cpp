#include "tests/support/fuzz_seeds.h"
#include "tests/support/numpy_writer.h"

namespace ecg::test {
namespace {

NumpyArray array(std::vector<std::size_t> shape, const std::string& type = "<f4") {
  NumpyArray out;
  out.type = type;
  std::size_t count = 1;
  for (std::size_t side : shape) count *= side;
  for (std::size_t i = 0; i < count; ++i) out.values.push_back(static_cast<double>(i * i % 97));
  out.shape = std::move(shape);
  return out;
}

std::string texts(const std::string& type, const std::vector<std::string>& values) {
  NumpyArray out;
  out.type = type;
  out.texts = values;
  out.shape = {values.size()};
  return writeNumpy(out);
}

}  // namespace

Seeds npySeeds() {
  NumpyArray fortran = array({12, 8}, ">i2");
  fortran.fortran = true;
  fortran.version = 3;
  NumpyArray fields = array({2});
  fields.header =
      "{'descr': [('a', '<f4'), ('b', '<i4', (2,))], 'fortran_order': False, "
      "'shape': (2,), }";
  const Seeds entries = {
      {"ecg.npy", writeNumpy(array({2, 9}, "<i2"))}, {"fs.npy", writeNumpy(array({}, "<u2"))},
      {"leads.npy", texts("<U3", {"I", "V1"})},      {"unit.npy", texts("|S2", {"uV"})},
      {"gain.npy", writeNumpy(array({2}, "|u1"))},   {"t.npy", writeNumpy(array({9}, "<f8"))},
      {"o.npy", writeNumpy(array({1}, "|O"))}};
  return {{"line.npy", writeNumpy(array({20}))},
          {"half.npy", writeNumpy(array({20, 2}, "<f2"))},
          {"fortran.npy", writeNumpy(fortran)},
          {"several.npy", writeNumpy(array({3, 2, 5}, "|i1"))},
          {"wide.npy", writeNumpy(array({2, 5}, "<u8"))},
          {"objects.npy", writeNumpy(array({1}, "|O"))},
          {"fields.npy", writeNumpy(fields)},
          {"pickle.pkl", "\x80\4\x95."},
          {"stored.npz", writeZip({entries, false, false})},
          {"deflated.npz", writeZip({entries, true, false})},
          {"zip64.npz", writeZip({entries, false, true})}};
}

}  // namespace ecg::test
