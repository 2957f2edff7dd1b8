#include "preprocess/formats/atc/info.h"

#include <array>

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/text.h"

namespace ecg::atc {
namespace {

std::string filtersOf(unsigned flags) {
  struct Filter {
    unsigned flag;
    const char* name;
  };
  const std::string mains = flags & 2 ? " (60 Hz)" : " (50 Hz)";
  std::string out;
  for (const Filter& filter :
       {Filter{4, "mains filter"}, Filter{8, "low-pass filter"}, Filter{16, "baseline filter"},
        Filter{32, "mains notch filter"}, Filter{64, "enhanced filter"}}) {
    if (!(flags & filter.flag)) continue;
    out += (out.empty() ? "" : ", ") + std::string(filter.name);
    if (filter.flag == 4 || filter.flag == 32) out += mains;
  }
  return out;
}

}  // namespace

SampleFormat readFormat(const NamedBytes& file, const Block& block) {
  ByteReader reader(file.name, block.data, ByteReader::Order::little, block.offset + 8);
  SampleFormat format;
  const int kind = reader.u8();
  if (kind != 1)
    reject("unsupported-samples",
           {file.name, " holds samples of kind ", kind, " (byte ", block.offset + 8,
            "), of which only 1, 16-bit integers, is known; "
            "export it as PDF or EDF."});
  format.samplingRate = reader.u16();
  format.nanovolts = reader.u16();
  format.filters = filtersOf(reader.u8());
  return format;
}

void readInfo(const Block& block, Patient& patient) {
  // Date, recording, phone, its model, program, device, and what the device says of itself.
  static constexpr std::array<std::size_t, 7> sizes = {32, 40, 44, 32, 32, 32, 52};
  std::string_view rest = text::view(block.data);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    std::string_view field = rest.substr(0, sizes[i]);
    rest.remove_prefix(field.size());
    field = field.substr(0, field.find('\0'));
    const std::string value = text::utf8(text::trim(field));
    if (i == 0)
      patient.recordedAt = value;
    else if (!value.empty())
      patient.comments.push_back(value);
  }
}

std::size_t countAnnotations(const Block& block) {
  return block.data.size < 4 ? 0 : (block.data.size - 4) / 6;
}

}  // namespace ecg::atc
