#include "preprocess/formats/aecg/series.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::aecg {
namespace {

/// Where in the list a series comes: rhythm, other waveforms, derived ones.
int rankOf(const std::string& code, bool derived) {
  if (derived || code.find("REPRESENTATIVE") != std::string::npos) return 2;
  return code == "RHYTHM" ? 0 : 1;
}

std::string describe(const std::string& code, std::size_t leads) {
  const std::string kind = code == "RHYTHM"                ? "rhythm"
                           : code == "REPRESENTATIVE_BEAT" ? "representative beat"
                           : code.empty()                  ? "series"
                                                           : text::quoted(code);
  return sentence({kind, " (", leads, (leads == 1 ? " lead)" : " leads)")});
}

std::size_t leadsOf(xml::Element set) {
  std::size_t leads = 0;
  for (const xml::Element& sequence : sequences(set))
    if (!isTime(sequence)) ++leads;
  return leads;
}

}  // namespace

std::vector<xml::Element> related(xml::Element parent, const char* through, const char* name) {
  std::vector<xml::Element> found;
  for (const xml::Element& child : parent.children()) {
    if (child.name() == name && child.name() != through) found.push_back(child);
    if (child.name() != through) continue;
    const auto inner = child.children(name);
    if (inner.empty() && child.name() == name) found.push_back(child);
    found.insert(found.end(), inner.begin(), inner.end());
  }
  return found;
}

std::vector<xml::Element> sequences(xml::Element set) {
  return related(set, "component", "sequence");
}

std::string codeOf(xml::Element act) {
  return std::string(text::trim(act.child("code").attribute("code").value_or("")));
}

bool isTime(xml::Element sequence) {
  const xml::Element value = sequence.child("value");
  return codeOf(sequence).compare(0, 5, "TIME_") == 0 || value.child("increment") ||
         value.attribute("type").value_or("").find("GLIST") != std::string::npos;
}

std::vector<SequenceSet> sequenceSets(xml::Element root) {
  std::vector<std::pair<int, SequenceSet>> ranked;
  for (const bool derived : {false, true}) {
    for (const xml::Element& series : root.findAll(derived ? "derivedSeries" : "series")) {
      const std::string code = codeOf(series);
      const int rank = rankOf(code, derived);
      for (const xml::Element& set : related(series, "component", "sequenceSet"))
        if (const std::size_t leads = leadsOf(set))
          ranked.push_back({rank, {set, series, rank == 2, describe(code, leads)}});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<SequenceSet> sets;
  for (auto& each : ranked) sets.push_back(std::move(each.second));
  return sets;
}

}  // namespace ecg::aecg
