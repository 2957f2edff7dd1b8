#include "preprocess/formats/scp/encoded.h"

#include <string>

namespace ecg::scp {

EncodedLeads readEncodedLeads(const Record& record, int id, std::size_t leads) {
  const Section& section = record.require(id);
  const std::string name = "section " + std::to_string(id);
  ByteReader in = record.reader(section);
  if (section.data.size < 6 + 2 * leads) record.refuse(name + " is too short for its leads");
  EncodedLeads encoded;
  encoded.intact = section.intact;
  encoded.nanovolts = in.u16();
  encoded.microseconds = in.u16();
  encoded.differences = in.u8();
  const unsigned flag = in.u8();  // of section 6: bimodal compression; in version 3 Huffman codes
  const bool version3 = record.version > 25;
  encoded.bimodal = id == 6 && flag == 1 && !version3;
  encoded.huffman = id != 6 || flag == 1 || !version3;
  if (encoded.differences > 2 || (id == 6 && flag > 1))
    reject("unsupported-compression",
           {record.file, " compresses ", name, " in a way (", encoded.differences, ", ", flag,
            ") that the standard does not have; export it again."});
  std::vector<std::size_t> bytes;
  for (std::size_t i = 0; i < leads; ++i) bytes.push_back(in.u16());
  for (std::size_t i = 0; i < leads; ++i) {
    if (bytes[i] > in.remaining())
      record.refuse(sentence({name, " has no room for the ", bytes[i], " bytes of lead ", i + 1}));
    encoded.leads.push_back(in.take(bytes[i]));
  }
  encoded.spare = in.remaining();
  return encoded;
}

Numbers decodeLead(const Record& record, const EncodedLeads& encoded, const Encoding& encoding,
                   std::size_t lead, std::size_t wanted) {
  Numbers numbers = decodeNumbers(encoding, encoded.leads[lead], wanted);
  auto& samples = numbers.values;
  if (numbers.broken)
    reject("bad-samples",
           {record.file, " is damaged: after sample ", samples.size(), " of lead ", lead + 1,
            " come bits that its Huffman tables do not have; get the "
            "original file."});
  for (std::size_t i = 0; i < samples.size(); ++i) {
    std::int64_t value = samples[i];
    if (encoded.differences == 1 && i >= 1) value += samples[i - 1];
    if (encoded.differences == 2 && i >= 2)
      value += 2 * std::int64_t{samples[i - 1]} - samples[i - 2];
    const auto wrapped = static_cast<std::int16_t>(value & 0xFFFF);
    if (wrapped != value && !encoded.intact)
      reject("bad-samples", {record.file, " is damaged: sample ", i + 1, " of lead ", lead + 1,
                             " does not fit 16 bits, and the checksum is wrong; get "
                             "the original file."});
    samples[i] = wrapped;
  }
  return numbers;
}

}  // namespace ecg::scp
