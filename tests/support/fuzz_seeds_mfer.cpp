#include "tests/support/fuzz_seeds.h"
#include "tests/support/mfer_writer.h"
#include "tests/support/put_bytes.h"

namespace ecg::test {
namespace {

/// One channel of every data type, each its own recording, with an offset and a NULL value.
std::string types() {
  const MferWriter w;
  std::string out = w.order() + w.scaled(11, 0, 0, 500) + w.scaled(12, 0, -6, 1) + w.lead(2);
  const std::size_t sizes[] = {2, 2, 4, 1, 2, 1, 4, 4, 8};
  for (int type = 0; type < 9; ++type) {
    const std::size_t size = sizes[type];
    out += w.number(10, type, 1) + w.number(13, 1, size) + w.number(18, 2, size);
    out += MferWriter::item(0x1E, w.bytes(1, size) + w.bytes(2, size));
  }
  return out;
}

std::string person() {
  const MferWriter w;
  return MferWriter::item(3, "UTF-8") + MferWriter::item(0x81, "A^^B") +
         MferWriter::item(0x82, "1") + MferWriter::item(0x83, w.bytes(51, 7)) +
         MferWriter::item(0x84, "\x01") +
         MferWriter::item(0x85, w.bytes(2001, 2) + "\x0C\x1F\x17\x05\x3B") +
         MferWriter::item(0x16, "n") + MferWriter::item(0x11, "HPF=0.05") +
         MferWriter::item(0x41, "123456") + MferWriter::item(0x43, "1234");
}

}  // namespace

Seeds mferSeeds() {
  const MferWriter w;
  MferFile little, frames, channels, unscaled;
  little.big = false;
  little.preamble = false;
  little.extra = MferWriter::item(3, "JIS X0208") + MferWriter::item(0x81, "\x1B$B;");
  frames.extra = person();
  frames.before = w.number(7, 100, 4);
  frames.after = w.number(6, 1, 1) + w.number(7, 107, 4) + w.wave({5, 6, 50, 60}) +
                 w.number(5, 1, 1) + w.lead(2, "x") + w.wave({7, 8});
  channels.codes = {1, 2, 143, 4160};
  channels.samples = {1, 2, 3, 4, 5, 6, 7, 8};
  channels.before = putNumber(0x67, 1) + putNumber(0x80, 1) +
                    MferWriter::channel(2, w.scaled(12, 1, -1, 5) + w.scaled(11, 0, 0, 25), true) +
                    putNumber(0, 2) + MferWriter::channel(1, w.number(6, 1, 1));
  unscaled.resolution = 0;
  unscaled.before = MferWriter::item(11, "") + MferWriter::item(6, "");
  const std::string cut = writeMfer(little);
  return {
      {"plain.mwf", writeMfer({})},
      {"little.mwf", cut},
      {"frames.mwf", writeMfer(frames)},
      {"channels.mwf", writeMfer(channels)},
      {"unscaled.mwf", writeMfer(unscaled)},
      {"types.mwf", types()},
      {"compressed.mwf", w.order() + w.scaled(11, 0, 0, 500) + w.number(10, 9, 1) + w.wave({1})},
      {"cut.mwf", cut.substr(0, cut.size() - 5)}};
}

}  // namespace ecg::test
