#pragma once

#include <optional>
#include <string>

namespace founder {

/// Whether a recording is of a kind that a model was neither made from nor measured on, in one
/// sentence for the reader of its scores; nothing where the model's card covers it.
///
/// @param card a model card: JSON with `domain: {description, wearables: [...]}`
/// @param wearable what the recording was worn as (`watch`, `chest strap`, `hand-held`), empty if
///   it was not or is not known
/// @throws ModelError `bad-card` naming what the card lacks
std::optional<std::string> outsideDomain(const std::string& card, const std::string& wearable);

}  // namespace founder
