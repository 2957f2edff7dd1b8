#include "tests/support/aecg_writer.h"

namespace ecg::test {
namespace {

std::string codeElement(const std::string& code) {
  return "<code code='" + code + "' codeSystem='2.16.840.1.113883.6.24'/>";
}

std::string empty(const std::string& name, const std::string& attributes) {
  return attributes.empty() ? "" : "<" + name + " " + attributes + "/>";
}

std::string sequence(const std::string& code, const std::string& type, const std::string& content) {
  return "<component><sequence>" + codeElement(code) + "<value xsi:type='" + type + "'>" + content +
         "</value></sequence></component>\n";
}

std::string setOf(const AecgSet& set) {
  std::string out = "<component><sequenceSet>";
  if (!set.increment.empty())
    out += sequence(set.timeCode, set.timeType,
                    empty("head", set.head) + empty("increment", set.increment));
  for (const AecgSequence& each : set.sequences)
    out += sequence(each.code, each.type,
                    empty("origin", each.origin) + empty("scale", each.scale) +
                        (each.digits.empty() ? "" : "<digits>" + each.digits + "</digits>"));
  return out + "</sequenceSet></component>";
}

std::string seriesOf(const AecgSeries& series, const std::string& name) {
  std::string out = "<" + name + ">" + codeElement(series.code) + series.before;
  for (const AecgSet& set : series.sets) out += setOf(set);
  out += series.after;
  for (const AecgSeries& each : series.derived)
    out += "<derivation>" + seriesOf(each, "derivedSeries") + "</derivation>";
  return out + "</" + name + ">";
}

/// The prefix in front of the name in every tag.
std::string prefixed(const std::string& xml, const std::string& prefix) {
  std::string out;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    out += xml[i];
    if (xml[i] != '<') continue;
    if (xml[i + 1] == '/') out += xml[++i];
    out += prefix;
  }
  return out;
}

}  // namespace

std::string writeAecg(const AecgFile& file) {
  std::string out =
      "<AnnotatedECG xmlns='urn:hl7-org:v3' xmlns:hl7='urn:hl7-org:v3' "
      "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
      "<effectiveTime><center value='20200102030400'/></effectiveTime>"
      "<componentOf><timepointEvent><componentOf><subjectAssignment><subject><trialSubject>" +
      file.subject +
      "</trialSubject></subject></subjectAssignment></componentOf></timepointEvent></componentOf>" +
      file.before;
  for (const AecgSeries& series : file.series)
    out += "<component>" + seriesOf(series, "series") + "</component>";
  out += "</AnnotatedECG>";
  return file.declaration + (file.prefix.empty() ? out : prefixed(out, file.prefix));
}

std::string aecgFilter(const std::string& code,
                       const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out = "<controlVariable><controlVariable>" + codeElement(code);
  for (const auto& [part, value] : parts)
    out += "<component><controlVariable>" + codeElement(part) + value +
           "</controlVariable></component>";
  return out + "</controlVariable></controlVariable>";
}

std::string aecgAnnotations(const std::vector<std::pair<std::string, std::string>>& annotations) {
  std::string out = "<subjectOf><annotationSet>";
  for (const auto& [code, value] : annotations)
    out += "<component><annotation>" + codeElement(code) + value + "</annotation></component>";
  return out + "</annotationSet></subjectOf>";
}

}  // namespace ecg::test
