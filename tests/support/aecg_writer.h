#pragma once

#include <string>
#include <vector>

namespace ecg::test {

/// A sequence to write: `<code code="...">` and its value as it stands.
struct AecgSequence {
  std::string code = "MDC_ECG_LEAD_II";
  std::string type = "SLIST_PQ";
  std::string origin = "value='0' unit='uV'";  ///< the element's attributes; left out where empty
  std::string scale = "value='5' unit='uV'";   ///< the same
  std::string digits = "1 2 -3";               ///< left out where empty
};

struct AecgSet {
  std::string timeCode = "TIME_ABSOLUTE", timeType = "GLIST_TS";
  std::string head = "value='20200102030405.000'";
  std::string increment = "value='2' unit='ms'";  ///< no time sequence where empty
  std::vector<AecgSequence> sequences = {AecgSequence{}};
};

struct AecgSeries {
  std::string code = "RHYTHM";
  std::string before;  ///< XML ahead of the sets: effectiveTime, controlVariable
  std::vector<AecgSet> sets = {AecgSet{}};
  std::string after;  ///< XML after them: subjectOf/annotationSet
  std::vector<AecgSeries> derived;
};

struct AecgFile {
  std::string declaration = "<?xml version='1.0' encoding='UTF-8'?>";
  std::string prefix;   ///< of every element's name: "hl7:"
  std::string subject;  ///< XML of trialSubject's content
  std::string before;   ///< XML ahead of the series
  std::vector<AecgSeries> series = {AecgSeries{}};
};

/// The bytes of an aECG document.
std::string writeAecg(const AecgFile& file);

/// A filter as a controlVariable of a series, with its parts as (code, value element) pairs.
std::string aecgFilter(const std::string& code,
                       const std::vector<std::pair<std::string, std::string>>& parts);

/// An annotation set of annotations, each a code and its value element.
std::string aecgAnnotations(const std::vector<std::pair<std::string, std::string>>& annotations);

}  // namespace ecg::test
