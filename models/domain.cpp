#include "models/domain.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "models/error.h"

namespace founder {
namespace {

using nlohmann::json;

[[noreturn]] void bad(const char* what) {
  throw ModelError("bad-card", std::string("The model card ") + what +
                                   ": it is not one of ours, or it is damaged.");
}

json domainOf(const std::string& text) {
  const json card = json::parse(text, nullptr, false);
  if (!card.is_object()) bad("is not a JSON object");
  const auto domain = card.find("domain");
  if (domain == card.end() || !domain->is_object()) bad("has no 'domain'");
  const auto description = domain->find("description");
  if (description == domain->end() || !description->is_string()) bad("has no 'domain.description'");
  const auto wearables = domain->find("wearables");
  if (wearables == domain->end() || !wearables->is_array()) bad("has no 'domain.wearables'");
  return *domain;
}

}  // namespace

std::optional<std::string> outsideDomain(const std::string& card, const std::string& wearable) {
  const json domain = domainOf(card);
  const json& covered = domain["wearables"];
  if (wearable.empty() || std::find(covered.begin(), covered.end(), json(wearable)) != covered.end())
    return std::nullopt;
  return "This recording was made with a " + wearable + ", and the model was made from and measured on " +
         domain["description"].get<std::string>() +
         ": its figures are not known to hold here.";
}

}  // namespace founder
