#include "preprocess/formats/wfdb_record.h"

#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_files.h"

namespace ecg::wfdb {
namespace {

constexpr char gapName[] = "~";
constexpr double rateTolerance = 1e-6;

std::string unitOf(const Signal& signal) { return millivoltsPer(signal.unit) ? "mV" : signal.unit; }

/// Builds a plan segment by segment; each segment header is read and matched once.
class Planner {
 public:
  Planner(const Header& master, const FileSet& files, std::vector<Diagnostic>& diagnostics)
      : master_(master), files_(files), diagnostics_(diagnostics) {
    plan_.samplingRate = master.samplingRate.value_or(0);
  }

  Plan single() {
    Part& part = addPart(master_);
    plan_.length = part.frames;
    plan_.stretches.push_back({&part, 0, part.frames});
    return std::move(plan_);
  }

  Plan multi() {
    std::uint64_t gaps = 0;
    bool first = true;
    for (const Segment& segment : master_.segments) {
      const bool layout = first && segment.length == 0 && segment.name != gapName;
      first = false;
      if (layout) {
        variable_ = true;
        setLeads(segmentHeader(segment.name));
      }
      if (segment.length == 0) continue;
      if (segment.length > std::numeric_limits<std::uint64_t>::max() / 2 - plan_.length)
        reject("too-large", {master_.fileName,
                             " announces segments of more samples "
                             "than can be counted; get the original "
                             "file."});
      if (segment.name == gapName)
        gaps += segment.length;
      else
        plan_.stretches.push_back({partFor(segment), plan_.length, segment.length});
      plan_.length += segment.length;
    }
    report(gaps);
    return std::move(plan_);
  }

 private:
  void report(std::uint64_t gaps) {
    if (gaps > 0)
      addDiagnostic(diagnostics_, "gap",
                    master_.fileName + " has gaps: " + std::to_string(gaps) + " of " +
                        std::to_string(plan_.length) + " samples per signal were not recorded.");
    if (master_.length && *master_.length != plan_.length)
      addDiagnostic(diagnostics_, "segment-length",
                    master_.fileName + " announces " + std::to_string(*master_.length) +
                        " samples per signal and its segments have " +
                        std::to_string(plan_.length) + "; the segments were followed.");
  }

  Header segmentHeader(const std::string& name) {
    const NamedBytes* file = findFile(files_, name + ".hea", master_.fileName);
    if (!file)
      reject("missing-file", {master_.fileName, " is made of segments and names ", name,
                              ".hea, which was not given; add that file."});
    Header header = parseHeader(*file);
    if (header.multiSegment)
      reject("bad-header", {file->name, " is itself a record of segments and ", master_.fileName,
                            " names it as a segment, which WFDB does not allow; "
                            "get the original headers."});
    return header;
  }

  void setLeads(const Header& header) {
    for (const Signal& signal : header.signals) {
      leadsByName_[signal.description].push_back(plan_.leads.size());
      plan_.leads.push_back({signal.description, unitOf(signal), false});
    }
  }

  const Part* partFor(const Segment& segment) {
    const Part*& part = partsByName_[segment.name];
    if (!part) part = &addPart(segmentHeader(segment.name));
    if (segment.length > part->frames)
      reject("truncated",
             {part->header.fileName, " has ", part->frames, " samples per signal and ",
              master_.fileName, " wants ", segment.length, " of them; get the whole record."});
    return part;
  }

  Part& addPart(Header header) {
    if (plan_.leads.empty() && !variable_) setLeads(header);
    plan_.parts.emplace_back();
    Part& part = plan_.parts.back();
    part.header = std::move(header);
    for (const Diagnostic& found : part.header.diagnostics)
      addDiagnostic(diagnostics_, found.code, found.message);
    part.frames = countFrames(part.header, files_, diagnostics_);
    checkSegment(part.header, files_, part.frames);
    checkRate(part.header);
    matchLeads(part);
    return part;
  }

  void checkRate(const Header& header) {
    if (!header.samplingRate) return;
    if (plan_.samplingRate == 0) plan_.samplingRate = *header.samplingRate;
    const double difference = std::fabs(plan_.samplingRate - *header.samplingRate);
    if (difference > rateTolerance * plan_.samplingRate)
      reject("rate-mismatch",
             {header.fileName, " has another sampling rate (", text::number(*header.samplingRate),
              " Hz) than ", master_.fileName, " (", text::number(plan_.samplingRate),
              " Hz); correct the headers."});
  }

  void matchLeads(Part& part) {
    const Header& header = part.header;
    if (!variable_ && header.signals.size() != plan_.leads.size())
      mismatch(header, std::to_string(header.signals.size()) + " signals");
    std::map<std::string, std::size_t> used;
    std::string dropped;
    for (const Signal& signal : header.signals) {
      part.lead.emplace_back();
      const auto found = leadsByName_.find(signal.description);
      const std::size_t occurrence = used[signal.description]++;
      if (found != leadsByName_.end() && occurrence < found->second.size()) {
        part.lead.back() = found->second[occurrence];
        setUnit(header, signal, plan_.leads[found->second[occurrence]]);
      } else if (variable_) {
        dropped += (dropped.empty() ? "" : ", ") + labelOf(signal);
      } else {
        mismatch(header, labelOf(signal));
      }
    }
    if (!dropped.empty())
      addDiagnostic(diagnostics_, "signal-dropped",
                    header.fileName + " has signals that the layout of " + master_.fileName +
                        " does not name and that were left out: " + dropped + ".");
  }

  void setUnit(const Header& header, const Signal& signal, PlannedLead& lead) {
    if (signal.format == 0) return;
    const std::string unit = unitOf(signal);
    if (lead.hasSignal && lead.unit != unit)
      reject("unit-mismatch",
             {header.fileName, ", line ", signal.line, ": ", labelOf(signal), " is in \"", unit,
              "\" and in \"", lead.unit, "\" elsewhere in the record; correct the headers."});
    lead.unit = unit;
    lead.hasSignal = true;
  }

  [[noreturn]] void mismatch(const Header& header, const std::string& what) {
    reject("segment-mismatch",
           {header.fileName, " has ", what, ", unlike the first segment of ", master_.fileName,
            ", and without a layout segment all segments must have the same signals; "
            "get the original headers."});
  }

  const Header& master_;
  const FileSet& files_;
  std::vector<Diagnostic>& diagnostics_;
  Plan plan_;
  bool variable_ = false;
  std::map<std::string, std::vector<std::size_t>> leadsByName_;
  std::map<std::string, const Part*> partsByName_;
};

void addMissingSignals(const Header& header, const FileSet& files,
                       std::vector<std::string>& missing, std::set<std::string>& asked) {
  for (const Signal& signal : header.signals) {
    if (signal.format == 0 || signal.file == gapName || !asked.insert(signal.file).second) continue;
    if (!findFile(files, signal.file, header.fileName)) missing.push_back(signal.file);
  }
}

}  // namespace

Plan planRecord(const Header& master, const FileSet& files, std::vector<Diagnostic>& diagnostics) {
  Planner planner(master, files, diagnostics);
  return master.multiSegment ? planner.multi() : planner.single();
}

std::vector<std::string> missingOf(const Header& master, const FileSet& files) {
  std::vector<std::string> missing;
  std::set<std::string> asked;
  addMissingSignals(master, files, missing, asked);
  for (const Segment& segment : master.segments) {
    const std::string name = segment.name + ".hea";
    if (segment.name == gapName || !asked.insert(name).second) continue;
    const NamedBytes* file = findFile(files, name, master.fileName);
    if (file)
      addMissingSignals(parseHeader(*file), files, missing, asked);
    else
      missing.push_back(name);
  }
  return missing;
}

}  // namespace ecg::wfdb
