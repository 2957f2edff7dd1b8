#include "models/evaluation/matched.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/error.h"
#include "models/evaluation/recording_name.h"
#include "models/labels.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::size_t contradicts = static_cast<std::size_t>(-2);

bool sameScores(const ScoreTable& scores, std::size_t a, std::size_t b) {
  const std::size_t width = scores.head.labels.size();
  for (std::size_t i = 0; i < width; ++i) {
    const double x = scores.logits[a * width + i], y = scores.logits[b * width + i];
    if (x != y && !(std::isnan(x) && std::isnan(y))) return false;
  }
  return true;
}

using Places = std::map<std::string, std::size_t>;

Places placesOf(const ScoreTable& scores, std::vector<Problem>& problems) {
  Places places;
  for (std::size_t i = 0; i < scores.recordings.size(); ++i) {
    const std::string& name = scores.recordings[i];
    const auto [found, isNew] = places.emplace(recordingKey(name), i);
    if (isNew || found->second == contradicts || sameScores(scores, found->second, i)) continue;
    found->second = contradicts;
    problems.push_back({"contradicting-scores",
                        quote(name) + " has two rows of different scores: it is left out.", name,
                        ""});
  }
  return places;
}

std::size_t placeOf(const LabelRow& row, const Places& places) {
  for (const std::string& name : row.names)
    if (const auto found = places.find(recordingKey(name)); found != places.end())
      return found->second;
  return Matched::npos;
}

bool isKnownLabel(const std::string& name) {
  return findLabel(name) != nullptr;
}

}  // namespace

Matched::Matched(const LabelTable& labels, const ScoreTable& scores)
    : labels_(labels), scores_(scores) {
  const Places places = placesOf(scores, problems_);
  for (std::size_t i = 0; i < labels.rows.size(); ++i) {
    const std::size_t place = placeOf(labels.rows[i], places);
    if (place < scores.recordings.size()) {
      rows_.push_back({i, place});
    } else if (place == npos) {
      const std::string& name = labels.rows[i].names[0];
      problems_.push_back({"not-scored", quote(name) + " has no scores: it is left out.", name, ""});
    }
  }
  if (rows_.empty())
    throw ModelError("no-scores", "None of the " + std::to_string(labels.rows.size()) +
                                      " listed recordings has scores (the first is " +
                                      quote(labels.rows.at(0).names[0]) +
                                      "): check the names and the folder of the recordings.");
}

std::size_t Matched::output(const std::string& label) const {
  const auto& outputs = scores_.head.labels;
  const auto found = std::find(outputs.begin(), outputs.end(), label);
  return found == outputs.end() ? npos : static_cast<std::size_t>(found - outputs.begin());
}

Matched::Outcomes Matched::outcomes(std::size_t label, std::size_t output) const {
  Outcomes out;
  const std::size_t width = scores_.head.labels.size();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Outcome outcome = labels_.rows[rows_[i].labels].outcomes[label];
    if (outcome == Outcome::unknown) continue;
    const double logit = scores_.logits[rows_[i].scores * width + output];
    if (std::isfinite(logit))
      out.scored.push_back({logit, outcome == Outcome::present, static_cast<std::uint32_t>(i)});
    else
      ++out.without;
  }
  return out;
}

void refuseOverlap(const LabelTable& test, const LabelTable& fit) {
  std::set<std::string> listed;
  for (const LabelRow& row : test.rows)
    for (const std::string& name : row.names) listed.insert(recordingKey(name));
  std::size_t count = 0;
  std::string first;
  for (const LabelRow& row : fit.rows) {
    const bool overlaps =
        std::any_of(row.names.begin(), row.names.end(),
                    [&](const std::string& name) { return listed.count(recordingKey(name)) > 0; });
    if (overlaps && count++ == 0) first = row.names[0];
  }
  if (count > 0)
    throw ModelError("fit-overlap",
                     "Recordings to fit operating points on are also to be evaluated (" +
                         std::to_string(count) + ", the first is " + quote(first) +
                         "): fit on other recordings.");
}

std::vector<Problem> missingLabels(const LabelTable& labels, const ScoreTable& scores) {
  std::vector<Problem> out;
  const auto& outputs = scores.head.labels;
  for (const std::string& label : labels.labels) {
    if (std::find(outputs.begin(), outputs.end(), label) != outputs.end()) continue;
    if (isKnownLabel(label))
      out.push_back({"label-not-scored",
                     "The model has no output " + quote(label) + ": the column is left out.", "",
                     label});
    else
      out.push_back({"unknown-label",
                     quote(label) + " is neither an output of the model nor one of ECGFounder's 150 "
                                    "labels: the column is left out.",
                     "", label});
  }
  return out;
}

Problem noFiniteScore(const std::string& label, std::size_t recordings) {
  return {"no-finite-score",
          quote(label) + " has no finite score for recordings with a label (" +
              std::to_string(recordings) + "): they are left out for it.",
          "", label};
}

}  // namespace founder
