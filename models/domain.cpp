#include "models/domain.h"

#include <algorithm>

#include "models/error.h"
#include "models/json_document.h"

namespace founder {
namespace {

[[noreturn]] void bad(const char* what) {
  throw ModelError("bad-card", std::string("The model card ") + what +
                                   ": it is not one of ours, or it is damaged.");
}

JsonValue domainOf(const JsonDocument& card) {
  if (!card.root().isObject()) bad("is not a JSON object");
  const JsonValue domain = card.root().find("domain");
  if (!domain.isObject()) bad("has no 'domain'");
  if (!domain.find("description").isText()) bad("has no 'domain.description'");
  if (!domain.find("wearables").isList()) bad("has no 'domain.wearables'");
  return domain;
}

}  // namespace

std::optional<std::string> outsideDomain(const std::string& card, const std::string& wearable) {
  const JsonDocument document(card, /*deepest=*/16);
  const JsonValue domain = domainOf(document);
  const std::vector<JsonValue> covered = domain.find("wearables").entries();
  const auto isIt = [&](const JsonValue& value) { return value.is(wearable); };
  if (wearable.empty() || std::any_of(covered.begin(), covered.end(), isIt)) return std::nullopt;
  return "This recording was made with a " + wearable +
         ", and the model was made from and measured on " +
         std::string(domain.find("description").text()) + ": its figures are not known to hold here.";
}

}  // namespace founder
