#include "preprocess/formats/sierra/layout.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/leads/names.h"

namespace ecg::sierra {
namespace {

constexpr double mostLeads = 64;

std::optional<double> numberChild(const xml::Element& element, const char* name,
                                  const std::string& file) {
  const std::string text = element.child(name).text();
  if (text.empty()) return std::nullopt;
  return xml::readNumber(text, file, name);
}

std::optional<double> either(std::optional<double> first, std::optional<double> second) {
  return first ? first : second;
}

double rateOf(const xml::Element& waveforms, const xml::Element& signal, const ReadOptions& options,
              const std::string& file) {
  const auto stated = either(numberAttribute(waveforms, "samplespersecond", file),
                             numberChild(signal, "samplingrate", file));
  if (!stated)
    return askedSamplingRate(file + " does not say its sampling rate (samplingrate)", options);
  if (*stated > 0) return *stated;
  reject("bad-header", {file, " cannot have a sampling rate of ", text::number(*stated),
                        " Hz; get the original file."});
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", i), text.size());
    if (end > i) out.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

std::size_t checkedCount(double count, const char* name, const std::string& file) {
  if (count >= 1 && count <= mostLeads && count == std::floor(count))
    return static_cast<std::size_t>(count);
  reject("bad-header", {file, " says that it has ", text::number(count), " leads (", name,
                        "); get the original file."});
}

std::vector<std::string> namesOf(const xml::Element& waveforms, const xml::Element& signal,
                                 const ReadOptions& options, const std::string& file) {
  auto labels = words(waveforms.attribute("leadlabels").value_or(""));
  const auto stated = numberAttribute(waveforms, "numberofleads", file);
  if (!labels.empty()) {
    const std::size_t count =
        checkedCount(stated.value_or(static_cast<double>(labels.size())), "numberofleads", file);
    if (labels.size() < count)
      reject("bad-header", {file, " says that it has ", count, " leads, but names ", labels.size(),
                            " (leadlabels); get the original file."});
    labels.resize(count);
    return labels;
  }
  const auto allocated = either(stated, numberChild(signal, "numberchannelsallocated", file));
  if (!allocated)
    reject("unsupported-leads",
           {file,
            " does not say how many leads it has (numberchannelsallocated); get "
            "the original file."});
  const std::size_t count = checkedCount(*allocated, "numberchannelsallocated", file);
  if (options.leads.size() == count) return options.leads;
  const std::string type = signal.child("acquisitiontype").text();
  if ((type != "STD-12" && type != "10-WIRE") || count > standardLeads.size())
    reject("unsupported-leads",
           {file, " has ", count, " leads of the acquisition type ", text::quoted(type),
            ", whose names are not known; give the option leads."});
  return {standardLeads.begin(), standardLeads.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

Coding codingOf(const xml::Element& element, const std::string& file) {
  const std::string encoding = element.attribute("dataencoding").value_or("");
  if (encoding != "Plain" && encoding != "Base64")
    reject("unsupported-encoding", {file, " has samples in the encoding ", text::quoted(encoding),
                                    ", and only Plain and Base64 can be read; export "
                                    "it another way."});
  const std::string flag = text::lower(element.attribute("compressflag").value_or(""));
  const auto named = element.attribute("compression");
  const std::string method = named ? *named : element.attribute("compressmethod").value_or("");
  const std::string lower = text::lower(method);
  const bool none = lower.empty() || lower == "none" || lower == "uncompressed";
  if (flag == "false" || (none && flag != "true"))
    return encoding == "Plain" ? Coding::plain : Coding::int16;
  if (lower == "xli" && encoding == "Base64") return Coding::xli;
  reject("unsupported-compression",
         {file, " has samples in ", encoding, " with the compression ", text::quoted(method),
          ", and only XLI in Base64 can be read; export it "
          "another way."});
}

std::optional<double> numberAttribute(const xml::Element& element, const char* name,
                                      const std::string& file) {
  const auto text = element.attribute(name);
  if (!text || text::trim(*text).empty()) return std::nullopt;
  return xml::readNumber(*text, file, name);
}

std::optional<double> checkedResolution(std::optional<double> stated, const std::string& file) {
  if (!stated || *stated > 0) return stated;
  reject("bad-header", {file, " has a resolution of ", text::number(*stated),
                        " uV, which no lead can have; get the original file."});
}

Layout readLayout(const xml::Element& waveforms, const xml::Element& signal,
                  const ReadOptions& options, const std::string& file) {
  Layout layout;
  layout.coding = codingOf(waveforms, file);
  layout.samplingRate = rateOf(waveforms, signal, options, file);
  layout.names = namesOf(waveforms, signal, options, file);
  layout.microvolts =
      checkedResolution(either(either(numberAttribute(waveforms, "resolution", file),
                                      numberChild(signal, "resolution", file)),
                               numberChild(signal, "signalresolution", file)),
                        file);
  if (const auto duration = numberAttribute(waveforms, "durationperchannel", file)) {
    const double samples = std::round(*duration * layout.samplingRate / 1000);
    if (!(samples >= 1 && samples < 1e9))
      reject("bad-header", {file, " says that each lead takes ", text::number(*duration),
                            " ms (durationperchannel); get the original file."});
    layout.length = static_cast<std::size_t>(samples);
  }
  return layout;
}

}  // namespace ecg::sierra
