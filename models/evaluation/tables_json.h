#pragma once

#include <string>
#include <vector>

namespace founder {

// The tables as the command line sees them: text in, JSON out.

/// `{format, labels, recordings: [{names, keys}], problems}`, see readLabelTable(); a key is the
/// recordingKey() of a name.
std::string labelTableJson(const std::string& text);

/// `{model, preset, aggregate, options, labels, keys, intact}`, see readScoreTable().
std::string scoreTableJson(const std::string& text);

/// @param json `{model, preset, aggregate, options?, labels}`
/// @returns the lines that a score table starts with
/// @throws ModelError `bad-option`
std::string scoreTableHeadOf(const std::string& json);

/// @param logits [windows, classes]
/// @returns the recording's line of a score table
/// @throws ModelError of aggregateLogits() and aggregateFromName()
std::string scoreTableRowOf(const std::string& recording, const std::vector<float>& logits,
                            std::size_t classes, const std::string& aggregate);

}  // namespace founder
