#include "preprocess/formats/wfdb.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/text.h"
#include "preprocess/formats/wfdb_files.h"
#include "preprocess/formats/wfdb_header.h"
#include "preprocess/formats/wfdb_mat.h"
#include "preprocess/formats/wfdb_patient.h"
#include "preprocess/formats/wfdb_record.h"
#include "preprocess/formats/wfdb_segment.h"
#include "preprocess/formats/wfdb_text.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace {

using wfdb::Header;
using wfdb::Plan;
using wfdb::Signal;

constexpr double defaultSamplingRate = 250;  // header(5)
constexpr std::size_t listedNames = 12;

/// A list for a message, cut where it gets long.
std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), listedNames); ++i)
    out += (i > 0 ? ", " : "") + names[i];
  if (names.size() > listedNames) out += sentence({" and ", names.size() - listedNames, " more"});
  return out;
}

Match sniff(const FileSet& files) {
  Match best = Match::none;
  for (const NamedBytes& file : files) best = std::max(best, wfdb::sniffHeader(file.bytes));
  return best;
}

std::vector<std::string> missing(const FileSet& files) {
  try {
    const auto roots = wfdb::rootHeaders(files);
    if (roots.size() == 1) return wfdb::missingOf(wfdb::parseHeader(*roots.front()), files);
  } catch (const InputError&) {
    // Reading the record will say what is wrong with it.
  }
  return {};
}

const NamedBytes& theHeader(const FileSet& files) {
  const auto roots = wfdb::rootHeaders(files);
  if (roots.empty()) reject("missing-file", {"No WFDB header (.hea) was given; add it."});
  std::vector<std::string> names;
  for (const NamedBytes* root : roots) names.push_back(root->name);
  if (roots.size() > 1)
    reject("several-recordings", {"Several WFDB records were given (", join(names),
                                  "); give the files of one at a time."});
  return *roots.front();
}

/// Applies what the caller said about gains that the header leaves out.
void calibrate(Plan& plan, const ReadOptions& options, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> uncalibrated;
  std::vector<std::string> inverted;
  for (auto& part : plan.parts) {
    for (Signal& signal : part.header.signals) {
      if (signal.format == 0) continue;
      const auto millivolts = wfdb::millivoltsPer(signal.unit);
      if (!signal.calibrated && millivolts && options.unitsPerMillivolt.value_or(0) > 0)
        signal.gain = *options.unitsPerMillivolt * *millivolts;
      else if (!signal.calibrated)
        uncalibrated.push_back(wfdb::labelOf(signal));
      if (signal.gain < 0) inverted.push_back(wfdb::labelOf(signal));
    }
  }
  if (!uncalibrated.empty())
    say(diagnostics, "uncalibrated",
        {"The header gives no gain, so amplitudes are uncalibrated; the WFDB "
         "default of 200 digital units per unit was used for ",
         join(uncalibrated), "."});
  if (!inverted.empty())
    say(diagnostics, "negative-gain",
        {"The header gives a negative gain, so the stored samples were inverted "
         "as it says, for ",
         join(inverted), "."});
}

double samplingRate(const Plan& plan, const ReadOptions& options, const std::string& file,
                    std::vector<Diagnostic>& diagnostics) {
  if (plan.samplingRate > 0) return plan.samplingRate;
  if (options.samplingRate.value_or(0) > 0) return *options.samplingRate;
  say(diagnostics, "sampling-rate-default",
      {file, " has no sampling rate; the WFDB default of 250 Hz was used."});
  return defaultSamplingRate;
}

std::vector<Lead> nameLeads(const Plan& plan, const ReadOptions& options,
                            std::vector<Diagnostic>& diagnostics) {
  std::vector<Lead> leads;
  std::vector<std::string> unnamed;
  for (std::size_t i = 0; i < plan.leads.size(); ++i) {
    const wfdb::PlannedLead& planned = plan.leads[i];
    Lead lead;
    lead.storedName = planned.description;
    lead.unit = planned.unit;
    std::string name = planned.description;
    if (name.empty() && i < options.leads.size()) name = options.leads[i];
    if (name.empty()) unnamed.push_back(name = "signal " + std::to_string(i));
    lead.name = canonicalLeadName(name);
    leads.push_back(std::move(lead));
  }
  if (!unnamed.empty())
    say(diagnostics, "lead-unnamed", {"The header names no lead for ", join(unnamed), "."});
  return leads;
}

/// A few bytes of header can claim years of gaps, which are held as NaN: what is held stays in
/// proportion to the bytes that were given.
std::uint64_t allowedSamples(const FileSet& files, std::uint64_t limit) {
  constexpr std::uint64_t always = std::uint64_t{1} << 24;
  constexpr std::uint64_t perByte = 64;
  std::uint64_t bytes = 0;
  for (const NamedBytes& file : files) bytes += file.bytes.size;
  return std::min(limit, std::max(always, perByte * bytes));
}

void checkSize(const Plan& plan, const std::string& file, std::uint64_t limit) {
  const bool anySignal = std::any_of(plan.leads.begin(), plan.leads.end(),
                                     [](const auto& lead) { return lead.hasSignal; });
  if (!anySignal || plan.length == 0)
    reject("no-signal", {file,
                         " describes a record without a single sample; choose a "
                         "record that has signals."});
  if (plan.length > limit / plan.leads.size())
    reject("too-large", {file, " announces ", plan.length, " samples for each of ",
                         plan.leads.size(), " signals, and no more than ", limit,
                         " samples in all are read; cut the record into shorter "
                         "ones."});
}

/// A few bytes of FLAC can claim long constant signals, and a header can name them again and again:
/// what is decompressed stays in the same proportion.
void checkWork(const Plan& plan, const FileSet& files, const std::string& file,
               std::uint64_t limit) {
  std::uint64_t left = limit;
  for (const wfdb::Stretch& stretch : plan.stretches) {
    const wfdb::Part& part = *stretch.part;
    const std::uint64_t work =
        wfdb::decompressionWork(part.header, files, part.frames, stretch.frames);
    if (work > left)
      reject("too-large", {file, " has compressed signal files that hold more than the ", limit,
                           " samples that are read from files of their size; cut the "
                           "record into shorter ones."});
    left -= work;
  }
}

void sayMissingSamples(Recording& recording) {
  std::vector<std::string> incomplete;
  for (std::size_t i = 0; i < recording.leads.size(); ++i) {
    const float* samples = recording.lead(i);
    const auto gone = std::count_if(samples, samples + recording.length,
                                    [](float value) { return std::isnan(value); });
    if (gone > 0)
      incomplete.push_back(recording.leads[i].name + " (" + std::to_string(gone) + " of " +
                           std::to_string(recording.length) + ")");
  }
  if (!incomplete.empty())
    say(recording.diagnostics, "missing-samples",
        {"Samples without a value in ", join(incomplete), "."});
}

Patient patientOf(const Header& master, const Plan& plan) {
  Patient patient = wfdb::patientOf(master);
  if (!master.multiSegment || plan.parts.empty()) return patient;
  const Patient first = wfdb::patientOf(plan.parts.front().header);
  if (patient.recordedAt.empty()) patient.recordedAt = first.recordedAt;
  if (patient.age.empty()) patient.age = first.age;
  if (patient.sex.empty()) patient.sex = first.sex;
  if (patient.comments.empty()) patient.comments = first.comments;
  return patient;
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  return readWfdb(files, options);
}

}  // namespace

ReadResult readWfdb(const FileSet& files, const ReadOptions& options, std::uint64_t sampleLimit) {
  const Header master = wfdb::parseHeader(theHeader(files));
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "wfdb";
  recording.diagnostics = master.diagnostics;

  Plan plan = wfdb::planRecord(master, files, recording.diagnostics);
  const std::uint64_t allowed = allowedSamples(files, sampleLimit);
  checkSize(plan, master.fileName, allowed);
  checkWork(plan, files, master.fileName, allowed);
  calibrate(plan, options, recording.diagnostics);
  recording.samplingRate = samplingRate(plan, options, master.fileName, recording.diagnostics);
  recording.leads = nameLeads(plan, options, recording.diagnostics);
  recording.length = static_cast<std::size_t>(plan.length);
  recording.samples.assign(recording.leads.size() * recording.length,
                           std::numeric_limits<float>::quiet_NaN());
  for (const wfdb::Stretch& stretch : plan.stretches)
    wfdb::readSegment(stretch.part->header, files, stretch.part->frames,
                      {static_cast<std::size_t>(stretch.start),
                       static_cast<std::size_t>(stretch.frames), stretch.part->lead},
                      recording);
  sayMissingSamples(recording);
  result.patient = patientOf(master, plan);
  return result;
}

std::vector<std::string> wfdbHeadersFor(const FileSet& files) {
  std::vector<std::string> names;
  for (const NamedBytes& file : files) {
    const std::string base(wfdb::baseName(file.name));
    const std::size_t dot = base.rfind('.');
    if (dot == std::string::npos || dot == 0) continue;
    const std::string extension = text::lower(base.substr(dot));
    const std::string header = base.substr(0, dot) + ".hea";
    const bool signal = extension == ".dat" || (extension == ".mat" && !wfdb::isNewMat(file.bytes));
    if (signal && std::find(names.begin(), names.end(), header) == names.end())
      names.push_back(header);
  }
  return names;
}

const Format& wfdbFormat() {
  static const Format format = {"wfdb", sniff, missing, read};
  return format;
}

}  // namespace ecg
