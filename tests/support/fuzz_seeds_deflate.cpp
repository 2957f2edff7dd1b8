#include "tests/support/deflate_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {

Seeds deflateSeeds() {
  const std::string text = "ecg ecg ecg \x90\xFF";
  // By zlib: copies with the fixed code, and a block with codes of its own.
  const std::string copies("\x4b\x4d\x4e\x57\x48\xa5\x22\x06\x00", 9);
  const std::string dynamic(
      "\x05\xc1\x01\x0e\x80\x20\x08\x00\xc0\x8f\x65\x9a\x8a\x82\x20\x46\xd3\xd9\xfa\xff\x43\xba"
      "\x3b\x92\xe0\x3a\x07\x9b\x65\xd4\x6a\x0a\xeb\x5a\x50\xc8\x97\xc0\xef\xf5\xf8\x39\x2b\xc7"
      "\x36\x0d\x29\xbf\x48\x2e\x52\x52\xc9\x2b\x6e\x6c\x0a\x1d\x27\x4b\x15\x96\x00\xae\xd8\xa8"
      "\x04\x1f\xf7\x88\x37\x6f\x3f\xda\xd0\x1f",
      76);
  return {{"stored", deflateStored(text)},
          {"fixed", deflateFixed(text)},
          {"stored.zlib", zlibFramed(deflateStored(text), text)},
          {"fixed.zlib", zlibFramed(deflateFixed(text), text)},
          {"copies", copies},
          {"dynamic", dynamic}};
}

}  // namespace ecg::test
