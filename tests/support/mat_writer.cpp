#include "tests/support/mat_writer.h"

#include <algorithm>

#include "tests/support/deflate_writer.h"
#include "tests/support/numpy_writer.h"

namespace ecg::test {
namespace {

constexpr unsigned matrixType = 14, compressedType = 15;

class Writer {
 public:
  explicit Writer(bool bigEndian) : big_(bigEndian) {}

  std::string word(unsigned value) const {
    return big_ ? bigBytes(value, 4) : littleBytes(value, 4);
  }

  std::string element(unsigned type, const std::string& content) const {
    if (!content.empty() && content.size() <= 4 && type != matrixType) {
      std::string small = word(static_cast<unsigned>(content.size()) << 16 | type) + content;
      small.resize(8);
      return small;
    }
    std::string out = word(type) + word(static_cast<unsigned>(content.size())) + content;
    while (out.size() % 8) out += '\0';
    return out;
  }

  std::string array(const Mat5& array, bool top = true) const {
    std::string out = element(6, word(array.kind | array.flags) + word(0));
    std::string sides;
    for (int side : array.shape) sides += word(static_cast<unsigned>(side));
    out += element(5, sides);
    out += element(1, top ? array.name : "");
    if (array.kind == 2) {
      constexpr std::size_t size = 16;
      std::string names;
      const std::size_t fields = array.parts.size() / static_cast<std::size_t>(array.entries);
      for (std::size_t i = 0; i < fields; ++i) {
        std::string name = array.parts[i].name;
        name.resize(size);
        names += name;
      }
      out += element(5, word(size)) + element(1, names);
    }
    for (const Mat5& part : array.parts) out += this->array(part, false);
    if (array.kind > 2) {
      const char kind = array.type[0];
      const auto width = static_cast<std::size_t>(array.type[1] - '0');
      std::string numbers;
      for (double value : array.values) numbers += numberBytes(value, kind, width, big_);
      out += element(typeOf(array.type), numbers);
    }
    return element(matrixType, out);
  }

 private:
  static unsigned typeOf(const std::string& type) {
    const std::pair<const char*, unsigned> types[] = {{"i1", 1},  {"u1", 2}, {"i2", 3}, {"u2", 4},
                                                      {"i4", 5},  {"u4", 6}, {"f4", 7}, {"f8", 9},
                                                      {"i8", 12}, {"u8", 13}};
    for (const auto& [name, number] : types)
      if (type == name) return number;
    return 0;
  }
  bool big_;
};

std::string header(const std::string& text, bool bigEndian) {
  std::string out = text;
  out.resize(116, ' ');
  out += std::string(8, '\0');
  return out + (bigEndian ? std::string("\1\0MI", 4) : std::string("\0\1IM", 4));
}

}  // namespace

Mat5 Mat5::numbers(std::string name, std::vector<int> shape, std::vector<double> values,
                   std::string type) {
  Mat5 out;
  out.name = std::move(name);
  out.shape = std::move(shape);
  out.values = std::move(values);
  out.type = std::move(type);
  return out;
}

Mat5 Mat5::text(std::string name, const std::vector<std::string>& rows) {
  Mat5 out;
  out.name = std::move(name);
  out.kind = 4;
  out.type = "u2";
  std::size_t longest = 0;
  for (const std::string& row : rows) longest = std::max(longest, row.size());
  out.shape = {static_cast<int>(rows.size()), static_cast<int>(longest)};
  for (std::size_t column = 0; column < longest; ++column)
    for (const std::string& row : rows)
      out.values.push_back(column < row.size() ? static_cast<unsigned char>(row[column]) : ' ');
  return out;
}

Mat5 Mat5::cell(std::string name, std::vector<Mat5> entries) {
  Mat5 out;
  out.name = std::move(name);
  out.kind = 1;
  out.shape = {1, static_cast<int>(entries.size())};
  out.parts = std::move(entries);
  return out;
}

Mat5 Mat5::structure(std::string name, std::vector<Mat5> fields, int count) {
  Mat5 out;
  out.name = std::move(name);
  out.kind = 2;
  out.shape = {1, count};
  out.parts = std::move(fields);
  out.entries = count;
  return out;
}

std::string writeMat5(const Mat5File& file) {
  const Writer writer(file.bigEndian);
  std::string out = header(file.text, file.bigEndian);
  for (const Mat5& variable : file.variables) {
    const std::string content = writer.array(variable);
    if (file.packing == Mat5File::Packing::none) {
      out += content;
      continue;
    }
    const bool stored = file.packing == Mat5File::Packing::stored;
    const std::string packed =
        zlibFramed(stored ? deflateStored(content) : deflateFixed(content), content);
    out += writer.word(compressedType) + writer.word(static_cast<unsigned>(packed.size())) + packed;
  }
  return out;
}

std::string compressMat5(const std::string& bytes) {
  if (bytes.size() < 136) return bytes;
  const std::string mark = bytes.substr(124, 4);
  const Writer writer(mark == std::string("\1\0MI", 4));
  // The top is one element for the compression: what follows the first is looked at no more.
  const std::string content = bytes.substr(128);
  const std::string packed = zlibFramed(deflateStored(content), content);
  return bytes.substr(0, 128) + writer.word(compressedType) +
         writer.word(static_cast<unsigned>(packed.size())) + packed;
}

std::string writeMat4(const std::vector<Mat4Matrix>& matrices) {
  std::string out;
  for (const Mat4Matrix& matrix : matrices) {
    const Writer writer(matrix.bigEndian);
    out += writer.word(
        static_cast<unsigned>((matrix.bigEndian ? 1000 : 0) + 10 * matrix.precision + matrix.form));
    out += writer.word(static_cast<unsigned>(matrix.rows));
    out += writer.word(static_cast<unsigned>(matrix.columns));
    out += writer.word(matrix.complex) + writer.word(static_cast<unsigned>(matrix.name.size() + 1));
    out += matrix.name + std::string(1, '\0');
    static const char* const types[] = {"f8", "f4", "i4", "i2", "u2", "u1"};
    const char* type = types[matrix.precision];
    for (double value : matrix.values)
      out += numberBytes(value, type[0], static_cast<std::size_t>(type[1] - '0'), matrix.bigEndian);
  }
  return out;
}

}  // namespace ecg::test
