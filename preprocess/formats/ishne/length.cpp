#include "preprocess/formats/ishne/length.h"

#include <algorithm>

#include "preprocess/error.h"

namespace ecg::ishne {
namespace {

/// How many times the smaller of two positive numbers goes into the larger.
double ratio(double a, double b) { return a > b ? a / b : b / a; }

std::string samples(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " sample" : " samples");
}

/// A count that fits the file neither way: the nearer reading of it.
std::size_t nearest(const Counts& counts, std::size_t held, std::vector<Diagnostic>& diagnostics) {
  const auto stated = static_cast<std::size_t>(counts.stated);
  const std::size_t asTotal = std::max<std::size_t>(1, stated / counts.leads);
  const auto have = static_cast<double>(held);
  const bool total =
      ratio(static_cast<double>(asTotal), have) < ratio(static_cast<double>(stated), have);
  const std::size_t wanted = total ? asTotal : stated;
  const std::string says =
      sentence({"The header states ", samples(stated),
                (total ? " in all, " + std::to_string(wanted) : ""), " per lead, but "});
  if (wanted > held)
    say(diagnostics, "truncated-tail", {says, "the file holds ", held, "; these were read."});
  else
    say(diagnostics, "sample-count",
        {says, "the file has bytes for ", held, "; those beyond were left out."});
  return std::min(wanted, held);
}

}  // namespace

std::size_t samplesPerLead(const std::string& file, const Counts& counts,
                           std::vector<Diagnostic>& diagnostics) {
  const std::size_t frameBytes = 2 * counts.leads;
  const std::size_t held = counts.bytes / frameBytes;
  if (held == 0)
    reject("no-signal", {file,
                         " ends after its header and holds no sample of every "
                         "lead; get the original file."});
  if (counts.stated <= 0) {
    say(diagnostics, "sample-count",
        {"The header does not state how many samples there are; "
         "all that the file holds were read: ",
         held, " per lead."});
    return held;
  }
  const auto stated = static_cast<std::uint64_t>(counts.stated);
  if (stated == held) return held;
  if (stated % counts.leads == 0 && stated / counts.leads == held) {
    say(diagnostics, "sample-count",
        {"The header states the number of samples of all leads "
         "together, ",
         stated, ": by the size of the file there are ", held, " per lead."});
    return held;
  }
  return nearest(counts, held, diagnostics);
}

}  // namespace ecg::ishne
