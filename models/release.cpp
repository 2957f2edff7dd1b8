#include "models/release.h"

#include <array>
#include <cstdint>

#include "models/sha256.h"

namespace founder {
namespace {

struct Release {
  std::uint64_t bytes;
  std::string_view sha256;
};

/// `12_lead_ECGFounder.pth` and `1_lead_ECGFounder.pth` of Hugging Face
/// PKUDigitalHealth/ECGFounder.
constexpr std::array<Release, 2> releases = {
    {{369942585, "ee199f3781f4ae1f732973267f003da0a759ea12bddb0dd28a77faa60aca7997"},
     {369807481, "f863a38897fb49a27fec7e44008ea3c7bdbd29c77fa4a02ecbb8c56df4f37603"}}};

}  // namespace

std::string_view publishedEvaluation(std::string_view checkpointSha256) {
  for (const Release& release : releases)
    if (checkpointSha256 == release.sha256)
      return "the model's authors, on their own hospital data (Li et al., NEJM AI 2025, "
             "arXiv 2410.04133)";
  return "";
}

std::string officialSha256(const ByteSource& checkpoint) {
  for (const Release& release : releases)
    if (checkpoint.size() == release.bytes && sha256(checkpoint) == release.sha256)
      return std::string(release.sha256);
  return "";
}

}  // namespace founder
