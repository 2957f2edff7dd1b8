#include "preprocess/formats/csv_writer.h"

#include <clocale>
#include <cmath>
#include <cstdio>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace {

/// The shortest of `%.6g` to `%.9g` that reads back as the same float.
void appendSample(std::string& out, float value) {
  if (std::isnan(value)) return;
  for (int digits = 6; digits <= 9; ++digits) {
    const std::string written = text::number(double{value}, digits);
    const auto back = parseDecimal(written);
    if (digits < 9 && (!back || static_cast<float>(back->value) != value)) continue;
    out += written;
    return;
  }
}

/// Seconds to the nanosecond, without a decimal mark of the locale's.
void appendTime(std::string& out, double seconds) {
  const double whole = std::floor(seconds);
  const double nanoseconds = std::round((seconds - whole) * 1e9);
  const bool carry = nanoseconds >= 1e9;
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.0f.%09.0f", whole + (carry ? 1 : 0),
                carry ? 0.0 : nanoseconds);
  out += buffer;
}

/// mV in round brackets, any other unit in square ones, which can hold any text or none.
std::string heading(const Lead& lead) {
  const std::string name = lead.name + (lead.unit == "mV" ? " (mV)" : " [" + lead.unit + "]");
  std::string out = "\"";
  for (char c : name) {
    if (c == '"') out += '"';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  const bool plain = name.find_first_of(",;\"'\t\r\n") == std::string::npos;
  return plain ? name : out + "\"";
}

}  // namespace

std::string writeCsv(const Recording& recording) {
  std::string out =
      sentence({"# sampling rate: ", text::number(recording.samplingRate, 17), " Hz\n"});
  out += "time (s)";
  for (const Lead& lead : recording.leads) out += "," + heading(lead);
  out += "\n";
  out.reserve(out.size() + recording.length * (13 + 9 * recording.leads.size()));
  for (std::size_t i = 0; i < recording.length; ++i) {
    appendTime(out, static_cast<double>(i) / recording.samplingRate);
    for (std::size_t lead = 0; lead < recording.leads.size(); ++lead) {
      out += ',';
      appendSample(out, recording.lead(lead)[i]);
    }
    out += '\n';
  }
  return out;
}

}  // namespace ecg
