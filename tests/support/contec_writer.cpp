#include "tests/support/contec_writer.h"

#include "tests/support/put_bytes.h"

namespace ecg::test {

std::string writeContec(const ContecFile& file) {
  std::string out = putText(file.number, 10) + putText(file.time, 22) + putText(file.name, 8);
  out += putNumber(file.sex, 1) + putNumber(file.age, 1) + putNumber(70, 1);
  for (const auto& row : file.rows)
    for (int value : row) out += putNumber(value, 2);
  return out + std::string(file.zeros, '\0');
}

}  // namespace ecg::test
