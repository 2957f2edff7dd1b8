#include "models/release.h"

namespace founder {
namespace {

constexpr std::string_view twelveLead =
    "ee199f3781f4ae1f732973267f003da0a759ea12bddb0dd28a77faa60aca7997";
constexpr std::string_view oneLead =
    "f863a38897fb49a27fec7e44008ea3c7bdbd29c77fa4a02ecbb8c56df4f37603";

}  // namespace

std::string_view publishedEvaluation(std::string_view checkpointSha256) {
  if (checkpointSha256 == twelveLead || checkpointSha256 == oneLead)
    return "the model's authors, on their own hospital data (Li et al., NEJM AI 2025, "
           "arXiv 2410.04133)";
  return "";
}

}  // namespace founder
