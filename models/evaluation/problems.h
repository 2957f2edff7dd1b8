#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/evaluation/problem.h"

namespace founder {

/// The problems of a report, from its caller and then as they are met; that a recording has no scores
/// is only said where the caller did not say why.
class ProblemList {
 public:
  explicit ProblemList(std::vector<Problem> fromCaller) : all_(std::move(fromCaller)) {
    for (const Problem& problem : all_) said_.insert(problem.recording);
  }
  void add(const std::vector<Problem>& more) {
    for (const Problem& problem : more)
      if (problem.code != "not-scored" || said_.count(problem.recording) == 0)
        all_.push_back(problem);
  }
  const std::vector<Problem>& all() const { return all_; }

 private:
  std::vector<Problem> all_;
  std::set<std::string> said_;
};

}  // namespace founder
