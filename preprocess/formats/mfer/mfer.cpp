#include "preprocess/formats/mfer/mfer.h"

#include <algorithm>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/mfer/filters.h"
#include "preprocess/formats/mfer/person.h"
#include "preprocess/formats/mfer/recording.h"
#include "preprocess/formats/mfer/sniff.h"
#include "preprocess/formats/pick_file.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace mfer {
namespace {

constexpr int deepest = 4;  // groups within groups

Match sniffSet(const FileSet& files) { return sniffEach(files, sniff); }

/// Goes through a file's definitions and keeps what they say.
class Reader {
 public:
  explicit Reader(const NamedBytes& file) : file_(file) { definitions_.file = file.name; }

  void read() { walk(Items(file_.name, file_.bytes), std::nullopt, 0); }

  Frames frames;
  Patient patient;
  FilterList filters;
  std::size_t events = 0;
  bool skewed = false, unreadText = false, cut = false;

 private:
  void walk(Items items, std::optional<std::size_t> channel, int depth) {
    Item item;
    while (items.next(item)) take(item, channel, depth);
  }

  void take(const Item& item, std::optional<std::size_t> channel, int depth) {
    if (item.cut && item.tag != waveform) return takeCut(item);
    if (item.tag == channelAttribute || item.tag == group) return descend(item, channel, depth);
    if (item.tag == waveform) return takeFrame(item, channel);
    if (define(item, channel, definitions_)) return;
    if (readPerson(item, definitions_.big, definitions_.charset, patient, unreadText)) return;
    takeRemark(item);
  }

  void takeFrame(const Item& item, std::optional<std::size_t> channel) {
    if (channel)
      reject("bad-header", {file_.name,
                            " has a waveform among the attributes of a "
                            "channel at byte ",
                            item.offset, "; get the original file."});
    frames.add(item, definitions_);
    definitions_.pointer.reset();
  }

  void takeRemark(const Item& item) {
    if (item.tag == event || item.tag == oldEvent || item.tag == measuredValue) ++events;
    if (item.tag == filter) filters.add(text::view(item.value));
    if (item.tag == skew && wholeNumber(item.value, definitions_.big) != 0) skewed = true;
  }

  void descend(const Item& item, std::optional<std::size_t> channel, int depth) {
    if (depth == deepest || (channel && item.tag == channelAttribute))
      reject("bad-header", {file_.name,
                            " has definitions within each other that cannot "
                            "be at byte ",
                            item.offset, "; get the original file."});
    const bool attribute = item.tag == channelAttribute;
    if (attribute && item.channel >= definitions_.channels) return;
    walk(Items(file_.name, item.value, item.offset),
         attribute ? std::optional<std::size_t>(item.channel) : channel, depth + 1);
  }

  /// A definition that the file ends within: nothing of it can be used.
  void takeCut(const Item& item) {
    if (frames.series().empty())
      reject("truncated", {file_.name, " ends at byte ", file_.bytes.size,
                           " within the definition at byte ", item.offset,
                           ", before any waveform; get "
                           "the original file."});
    cut = true;
  }

  const NamedBytes& file_;
  Definitions definitions_;
};

void reportRemarks(const Reader& reader, Recording& recording) {
  auto& diagnostics = recording.diagnostics;
  reportFilters(reader.filters.words(), recording);
  reportAnnotations(reader.events, recording);
  if (reader.skewed)
    say(diagnostics, "sample-skew",
        {"The channels were sampled one after the other (MWF_SKW), "
         "which was not corrected."});
  if (reader.unreadText)
    say(diagnostics, "text-not-read",
        {"Texts about the patient are in a character set that "
         "is not read, and were left out."});
  if (reader.cut)
    say(diagnostics, "truncated-tail", {"The file ends within a definition after the samples."});
}

ReadResult read(const FileSet& files, const ReadOptions& options) {
  const NamedBytes& file = pickFile(files, sniff, "MFER recordings");
  Reader reader(file);
  reader.read();
  ReadResult result;
  Recording& recording = result.recording;
  recording.format = "mfer";
  const Series& series = choose(file.name, reader.frames.series(), options, recording);
  assemble(file.name, series, options, recording);
  reportRemarks(reader, recording);
  result.patient = std::move(reader.patient);
  return result;
}

}  // namespace
}  // namespace mfer

const Format& mferFormat() {
  static const Format format = {"mfer", mfer::sniffSet, nullptr, mfer::read, true};
  return format;
}

}  // namespace ecg
