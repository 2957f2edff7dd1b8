#include "models/release.h"

#include <doctest/doctest.h>

#include <string>

#include "models/error.h"
#include "models/memory_bytes.h"
#include "models/sha256.h"

namespace {

std::string hash(const std::string& text) { return founder::sha256(founder::MemorySource(text)); }

/// A file of any size that must not be read.
struct Unread : founder::ByteSource {
  explicit Unread(std::uint64_t bytes) : bytes_(bytes) {}
  std::uint64_t size() const override { return bytes_; }
  void read(std::uint64_t, void*, std::size_t) const override {
    throw founder::ModelError("read", "It was read.");
  }
  std::uint64_t bytes_;
};

}  // namespace

// The messages of NIST's example values for SHA-256, and lengths around a block and a piece.
TEST_CASE("SHA-256 is that of FIPS 180-4") {
  CHECK(hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hash(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(hash(std::string(55, 'x')) ==
        "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072");
  CHECK(hash(std::string(56, 'x')) ==
        "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e");
  CHECK(hash(std::string(63, 'x')) ==
        "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2");
  CHECK(hash(std::string(64, 'x')) ==
        "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
  CHECK(hash(std::string(65, 'x')) ==
        "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9");
  CHECK(hash(std::string(1048575, 'x')) ==
        "f7ddf2723b5663ba2a2e2c642355c78ce5cfca89b5c21c5dde226334e31fb340");
  CHECK(hash(std::string(1048576, 'x')) ==
        "8f990ba0b577b51cf009ea049368c16bbda1b21e1b93be07a824758bb253c39b");
  CHECK(hash(std::string(1048637, 'x')) ==
        "e8be4b07eba6122dfd5b1f283e45720cbcdd2bc19e5f617af45bfacbd4bb8fba");
}

TEST_CASE("a file that has not the size of an official one is not even read") {
  CHECK(founder::officialSha256(Unread(369942584)).empty());
  CHECK_THROWS_AS(founder::officialSha256(Unread(369942585)), founder::ModelError);
  CHECK_THROWS_AS(founder::officialSha256(Unread(369807481)), founder::ModelError);
}

TEST_CASE("what others published is known of the official checkpoints only") {
  CHECK_FALSE(founder::publishedEvaluation(
                  "f863a38897fb49a27fec7e44008ea3c7bdbd29c77fa4a02ecbb8c56df4f37603")
                  .empty());
  CHECK(founder::publishedEvaluation("").empty());
  CHECK(founder::publishedEvaluation(std::string(64, '0')).empty());
}
