#include "preprocess/formats/scp/leads.h"

#include "preprocess/formats/scp/lead_table.h"

namespace ecg::scp {

Leads readLeads(const Record& record) {
  const Section& section = record.require(3);
  ByteReader in = record.reader(section);
  if (section.data.size < 2) record.refuse("section 3 is empty");
  const std::size_t count = in.u8();
  const unsigned flags = in.u8();
  if (count == 0)
    reject("no-signal", {record.file, " has no leads (section 3); choose another file."});
  if (section.data.size < 2 + 9 * count)
    record.refuse(sentence({"section 3 is too short for its ", count, " leads"}));
  Leads leads;
  leads.referenceBeat = flags & 1;
  leads.simultaneous = flags & 4;
  for (std::size_t i = 0; i < count; ++i) {
    LeadSpan lead;
    lead.first = in.u32();
    const std::size_t last = in.u32();
    const unsigned code = in.u8();
    if (last < lead.first)
      record.refuse(sentence(
          {"lead ", i + 1, " of section 3 ends at sample ", last, ", before its first one"}));
    lead.count = last - lead.first + 1;
    lead.name = leadName(code);
    lead.known = !lead.name.empty();
    if (!lead.known) lead.name = "lead " + std::to_string(code);
    leads.all.push_back(lead);
  }
  return leads;
}

}  // namespace ecg::scp
