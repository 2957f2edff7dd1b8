#include "preprocess/formats/arrays/choose.h"

#include <algorithm>

#include "preprocess/formats/arrays/facts.h"
#include "preprocess/formats/text.h"

namespace ecg::arrays {
namespace {

constexpr std::size_t listed = 8;

[[noreturn]] void refuseWithout(const std::string& file, const Contents& contents) {
  std::string found;
  std::size_t count = 0;
  for (const Item& item : contents.items) {
    if (item.isText() || ++count > listed) continue;
    const std::string path = item.path();
    found += sentence({(found.empty() ? "" : ", "), (path.empty() ? "it is" : text::quoted(path)),
                       " ", shapeText(item)});
  }
  if (count > listed) found += sentence({" and ", count - listed, " more"});
  reject("no-signal",
         {file, " holds no array of numbers that could be an ECG",
          (found.empty() ? "" : " (" + found + ")"), "; check that the right file was chosen."});
}

std::string numbersText(std::size_t first, std::size_t count) {
  if (count == 1) return std::to_string(first);
  return sentence({first, " to ", first + count - 1});
}

/// "1 is val (12 x 5000), 2 to 11 are X (10 x 12 x 5000)"
std::string offer(const std::vector<Candidate>& candidates) {
  std::string out;
  std::size_t next = 1;
  for (std::size_t i = 0; i < std::min(listed, candidates.size()); ++i) {
    const std::size_t count = candidates[i].recordings;
    out += sentence({(i ? ", " : ""), numbersText(next, count), (count > 1 ? " are " : " is "),
                     describe(candidates[i])});
    next += count;
  }
  if (candidates.size() > listed)
    out += sentence({" and ", candidates.size() - listed, " more arrays"});
  return out;
}

void keepOffered(const std::vector<Candidate>& candidates, const ReadOptions& options,
                 Recording& recording) {
  constexpr std::size_t most = 1000;
  recording.number = options.recording;
  for (const Candidate& candidate : candidates)
    for (std::size_t i = 0; i < candidate.recordings && recording.offered.size() < most; ++i)
      recording.offered.push_back(sentence(
          {describe(candidate), candidate.recordings > 1 ? ", " + std::to_string(i + 1) : ""}));
}

/// @param recording from 0 on within the candidate
Signal layOutArray(const std::string& file, const Candidate& candidate, std::size_t recording,
                   std::size_t leadCount, std::vector<Diagnostic>& diagnostics) {
  const Item& item = *candidate.parts[0];
  Axes axes;
  layOut(item, leadCount, axes);
  if (axes.square || axes.tooMany)
    reject("axis-unknown", {file, ": ", describe(candidate),
                            " does not tell its leads from its "
                            "samples by its shape",
                            (axes.tooMany ? " (no side has 64 or fewer)" : ""),
                            "; save one recording as [leads, samples]",
                            (axes.square ? "." : ", or give leads, a name for each.")});
  if (axes.byShape)
    say(diagnostics, "lead-axis",
        {"The shape of ", describe(candidate), " says which side is the leads: the one of ",
         axes.leads.count, "."});
  Signal signal;
  signal.length = axes.samples.count;
  for (std::size_t lead = 0; lead < axes.leads.count; ++lead)
    signal.channels.push_back({"", &item.numbers,
                               recording * axes.recordings.stride + lead * axes.leads.stride,
                               axes.samples.stride});
  return signal;
}

Signal layOutNamed(const Candidate& candidate) {
  Signal signal;
  signal.length = candidate.parts[0]->numbers.size();
  for (const Item* part : candidate.parts)
    signal.channels.push_back({part->name, &part->numbers, 0, 1});
  return signal;
}

}  // namespace

Signal chooseSignal(const std::string& file, const Contents& contents, const ReadOptions& options,
                    Recording& recording) {
  const std::vector<Candidate> candidates = findCandidates(contents);
  if (candidates.empty()) refuseWithout(file, contents);
  std::size_t total = 0;
  for (const Candidate& candidate : candidates) total += candidate.recordings;
  if (options.recording == 0 || options.recording > total)
    reject("no-such-recording",
           {file, " has ", total, (total == 1 ? " recording" : " recordings"), " and no number ",
            options.recording, ": ", offer(candidates), "."});
  if (total > 1) {
    keepOffered(candidates, options, recording);
    say(recording.diagnostics, "several-recordings",
        {"There are ", total, " recordings here, of which number ", options.recording,
         " was read: ", offer(candidates), "."});
  }
  std::size_t at = 0, inside = options.recording - 1;
  while (inside >= candidates[at].recordings) inside -= candidates[at++].recordings;
  const Candidate& candidate = candidates[at];
  if (candidate.named) {
    Signal signal = layOutNamed(candidate);
    signal.parent = candidate.parent;
    return signal;
  }
  const Item& item = *candidate.parts[0];
  const auto names = statedLeads(contents, candidate.parent, leadCounts(item));
  const std::size_t leads = names.empty() ? options.leads.size() : names.size();
  Signal signal = layOutArray(file, candidate, inside, leads, recording.diagnostics);
  signal.parent = candidate.parent;
  signal.name = item.name;
  if (names.size() == signal.channels.size())
    for (std::size_t i = 0; i < names.size(); ++i) signal.channels[i].storedName = names[i];
  return signal;
}

}  // namespace ecg::arrays
