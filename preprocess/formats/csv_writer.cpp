#include "preprocess/formats/csv_writer.h"

#include <cmath>

#include "preprocess/formats/text.h"

namespace ecg {
namespace {

/// A lead's name with its unit, quoted where it holds a delimiter.
std::string heading(const Lead& lead) {
  std::string quoted;
  for (const char c : lead.name + (lead.unit.empty() ? "" : " (" + lead.unit + ")"))
    quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted.find_first_of(",;\t\"\r\n") == std::string::npos ? quoted : '"' + quoted + '"';
}

}  // namespace

std::string writeCsv(const Recording& recording) {
  std::string csv = "# sampling rate: " + text::number(recording.samplingRate, 17) + " Hz\ntime (s)";
  for (const Lead& lead : recording.leads) csv += ',' + heading(lead);
  csv += '\n';
  for (std::size_t t = 0; t < recording.length; ++t) {
    csv += text::number(static_cast<double>(t) / recording.samplingRate, 12);
    for (std::size_t lead = 0; lead < recording.leads.size(); ++lead) {
      const float value = recording.lead(lead)[t];
      csv += ',';
      if (!std::isnan(value)) csv += text::number(static_cast<double>(value), 9);
    }
    csv += '\n';
  }
  return csv;
}

}  // namespace ecg
