#include "preprocess/formats/arrays/listed_signals.h"

#include <map>
#include <set>

#include "preprocess/leads/names.h"

namespace ecg::arrays {
namespace {

bool isStandard(const std::string& name) { return isStandardLead(canonicalLeadName(name)); }

bool isName(Meaning meaning) {
  return meaning == Meaning::leadName || meaning == Meaning::leadNames ||
         meaning == Meaning::labels;
}

/// An object that holds a signal, and the name that it gives it.
struct Holder {
  std::string name;
  std::size_t signals = 0;
};

std::map<std::string, Holder> holdersOf(const Contents& contents) {
  std::map<std::string, Holder> holders;
  for (const Item& item : contents.items) {
    if (item.parent.empty()) continue;
    Holder& holder = holders[item.parent];
    if (!item.isText()) {
      holder.signals += item.numbers.size() > 1;
    } else if (item.parent.back() == ']' && item.texts.size() == 1 && isName(item.meaning) &&
               !isStandard(holder.name)) {
      holder.name = item.texts[0];
    }
  }
  return holders;
}

/// "leads" of "leads[3]", "signal" of "signal.II".
std::string holderOf(const std::string& parent) {
  const std::size_t end = parent.rfind(parent.back() == ']' ? '[' : '.');
  return end == std::string::npos ? "" : parent.substr(0, end);
}

}  // namespace

void nameListedSignals(Contents& contents) {
  std::map<std::string, Holder> holders = holdersOf(contents);
  std::set<std::string> ofLeads;  // what holds a signal with the name of a lead
  for (auto& [parent, holder] : holders) {
    const std::string last = parent.substr(parent.rfind('.') + 1);
    if (isStandard(last)) holder.name = last;
    if (isStandard(holder.name)) ofLeads.insert(holderOf(parent));
  }
  for (Item& item : contents.items) {
    const auto found = holders.find(item.parent);
    if (found == holders.end() || item.isText() || item.numbers.size() < 2) continue;
    const Holder& holder = found->second;
    if (holder.signals != 1 || holder.name.empty() || !ofLeads.count(holderOf(item.parent)))
      continue;
    item.parent = holderOf(item.parent);
    item.name = holder.name;
    item.meaning = meaningOf(item.name);
  }
}

}  // namespace ecg::arrays
