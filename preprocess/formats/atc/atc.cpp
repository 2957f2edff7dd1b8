#include "preprocess/formats/atc/atc.h"

#include <algorithm>
#include <limits>

#include "preprocess/formats/atc/blocks.h"
#include "preprocess/formats/atc/info.h"
#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace atc {
namespace {

Match sniff(ByteView bytes) { return hasSignature(bytes) ? Match::certain : Match::none; }

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

/// The blocks of a recording by what they are for.
struct Contents {
  const Block* format = nullptr;
  const Block* info = nullptr;
  std::vector<const Block*> leads;         ///< with samples, one block a lead
  std::vector<std::string_view> repeated;  ///< leads whose further blocks were left out
  std::vector<std::string> others;         ///< ids of blocks that were left out
  std::size_t annotations = 0;
};

void addLead(const Block& block, Contents& contents) {
  if (block.data.size < 2) return;
  for (const Block* known : contents.leads)
    if (known->id == block.id) {
      contents.repeated.push_back(leadOf(block.id));
      return;
    }
  contents.leads.push_back(&block);
}

Contents sortBlocks(const std::vector<Block>& blocks) {
  Contents contents;
  for (const Block& block : blocks) {
    if (!leadOf(block.id).empty())
      addLead(block, contents);
    else if (block.id == "fmt " && !contents.format)
      contents.format = &block;
    else if (block.id == "info" && !contents.info)
      contents.info = &block;
    else if (block.id == "ann ")
      contents.annotations += countAnnotations(block);
    else
      contents.others.push_back(text::quoted(block.id));
  }
  return contents;
}

SampleFormat formatOf(const NamedBytes& file, const Contents& contents,
                      const ReadOptions& options) {
  if (!contents.format)
    reject("bad-header", {file.name,
                          " has no block \"fmt \", which says the sampling "
                          "rate and resolution; get the original file."});
  SampleFormat format = readFormat(file, *contents.format);
  if (contents.leads.empty())
    reject("no-signal", {file.name,
                         " has no block of ECG samples; get the original "
                         "file."});
  if (format.samplingRate > 0) return format;
  format.samplingRate = askedSamplingRate(file.name + " gives a sampling rate of 0", options);
  return format;
}

/// Fills the leads; one that is shorter than the longest ends in NaN.
void decode(const Contents& contents, double numerator, double denominator, Recording& recording) {
  recording.samples.assign(recording.length * contents.leads.size(),
                           std::numeric_limits<float>::quiet_NaN());
  for (std::size_t lead = 0; lead < contents.leads.size(); ++lead) {
    const ByteView data = contents.leads[lead]->data;
    float* out = recording.lead(lead);
    for (std::size_t i = 0; i < data.size / 2; ++i) {
      const auto digital = static_cast<std::int16_t>(data.data[2 * i] | data.data[2 * i + 1] << 8);
      out[i] = static_cast<float>(digital * numerator / denominator);
    }
  }
}

void decodeMillivolts(const NamedBytes& file, const Contents& contents, double nanovolts,
                      const ReadOptions& options, Recording& recording) {
  if (nanovolts > 0) return decode(contents, nanovolts, 1e6, recording);
  decode(contents, 1, 1, recording);
  const double steps =
      askedUnitsPerMillivolt(file.name + " does not say how many nV a step is",
                             {recording.lead(0), recording.lead(0) + recording.length}, options);
  decode(contents, 1, steps, recording);
}

void reportBlocks(const std::vector<Block>& blocks, std::vector<Diagnostic>& diagnostics) {
  for (const Block& block : blocks)
    if (!block.sound)
      say(diagnostics, "checksum-failed",
          {"The checksum of block ", text::quoted(block.id), " at byte ", block.offset,
           " does not fit it."});
}

void reportContents(const Contents& contents, const SampleFormat& format, Recording& recording) {
  auto& diagnostics = recording.diagnostics;
  reportFilters(format.filters, recording);
  std::string shorter;
  for (const Block* block : contents.leads)
    if (block->cut || block->data.size / 2 < recording.length)
      shorter += sentence({(shorter.empty() ? "" : ", "), std::string(leadOf(block->id)), " after ",
                           block->data.size / 2, " samples"});
  if (!shorter.empty()) say(diagnostics, "truncated-tail", {"Leads end early: ", shorter, "."});
  for (std::string_view lead : contents.repeated)
    say(diagnostics, "duplicate-lead",
        {"A further block of lead ", std::string(lead), " was left out."});
  std::string others;
  for (const std::string& id : contents.others) others += (others.empty() ? "" : ", ") + id;
  if (!others.empty())
    say(diagnostics, "other-channels", {"Blocks that are no ECG were left out: ", others, "."});
  reportAnnotations(contents.annotations, recording);
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "Kardia recordings");
  if (!hasSignature(file.bytes))
    reject("bad-header", {file.name,
                          " does not begin with \"ALIVE\"; check that the "
                          "right file was chosen."});
  const std::vector<Block> blocks = readBlocks(file);
  const Contents contents = sortBlocks(blocks);
  const SampleFormat format = formatOf(file, contents, options);
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "atc";
  recording.wearable = "hand-held";
  recording.samplingRate = format.samplingRate;
  for (const Block* block : contents.leads) {
    recording.leads.push_back(
        {canonicalLeadName(leadOf(block->id)), std::string(text::trim(block->id)), "mV"});
    recording.length = std::max(recording.length, block->data.size / 2);
  }
  decodeMillivolts(file, contents, format.nanovolts, options, recording);
  reportBlocks(blocks, recording.diagnostics);
  reportContents(contents, format, recording);
  if (contents.info) readInfo(*contents.info, result.patient);
  return result;
}

}  // namespace
}  // namespace atc

const Format& atcFormat() {
  static const Format format = {"atc", atc::sniffSet, nullptr, atc::read};
  return format;
}

}  // namespace ecg
