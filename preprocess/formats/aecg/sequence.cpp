#include "preprocess/formats/aecg/sequence.h"

#include <cmath>

#include "preprocess/formats/aecg/series.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/leads/names.h"

namespace ecg::aecg {
namespace {

constexpr std::string_view leadMark = "_ECG_LEAD_";

/// A physical quantity: `<scale value="2.5" unit="uV"/>`.
struct Quantity {
  std::optional<double> value;
  std::string unit;
};

Quantity quantityOf(const Source& source, xml::Element element, const std::string& what) {
  Quantity quantity;
  if (const auto value = element.attribute("value"))
    quantity.value = xml::readNumber(*value, source.file, what);
  quantity.unit = text::trim(element.attribute("unit").value_or(""));
  if (quantity.unit == "1") quantity.unit.clear();  // UCUM's unity: no unit
  return quantity;
}

Lead nameOf(const Source& source, xml::Element sequence, std::size_t number) {
  Lead lead;
  const std::string code = codeOf(sequence);
  const std::size_t mark = code.find(leadMark);
  lead.storedName = mark == std::string::npos ? code : code.substr(mark + leadMark.size());
  if (lead.storedName.empty())
    lead.storedName = text::trim(sequence.child("code").attribute("displayName").value_or(""));
  std::string name = lead.storedName;
  if (name.empty() && number <= source.options.leads.size())
    name = source.options.leads[number - 1];
  if (text::lower(name) == "avrneg") name = "-aVR";
  lead.name = canonicalLeadName(name);
  return lead;
}

bool isEcg(xml::Element sequence, const Lead& lead) {
  return codeOf(sequence).find(leadMark) != std::string::npos || isStandardLead(lead.name);
}

[[noreturn]] void refuseUnit(const std::string& where, const Quantity& quantity, const char* what) {
  const std::string unit =
      quantity.unit.empty() ? "no unit" : "the unit " + text::quoted(quantity.unit);
  reject("unit-unknown", {where, " has ", unit, " at its ", what,
                          ", which is no voltage; correct it in the file."});
}

/// The origin in the unit of the scale.
double originOf(const std::string& where, const Quantity& origin, const Quantity& scale) {
  if (!origin.value || *origin.value == 0 || origin.unit == scale.unit)
    return origin.value.value_or(0);
  const auto from = voltageUnitsPerMillivolt(origin.unit);
  const auto to = voltageUnitsPerMillivolt(scale.unit);
  if (!from || !to) refuseUnit(where, origin, "origin");
  return *origin.value * (*to / *from);
}

}  // namespace

double samplingRate(const Source& source, xml::Element set) {
  constexpr double most = 1e6;
  for (const xml::Element& sequence : sequences(set)) {
    if (!isTime(sequence)) continue;
    const Quantity step = quantityOf(source, sequence.at("value/increment"), "a time's increment");
    const auto seconds = secondsPerTimeUnit(step.unit);
    if (!step.value || !seconds) continue;
    const double rate = 1 / (*step.value * *seconds);
    if (!(rate > 0 && rate <= most))
      reject("bad-header",
             {source.file, " has a time increment of ", text::number(*step.value), " ", step.unit,
              ", which is none between samples of an ECG; get the "
              "original file."});
    const double whole = std::round(rate);
    return std::fabs(rate - whole) < 1e-9 * rate ? whole : rate;
  }
  return askedSamplingRate(
      source.file + " does not say the time between its samples (an increment in s, ms or us)",
      source.options);
}

xml::Signal readLead(const Source& source, xml::Element sequence, std::size_t number) {
  xml::Signal signal;
  Lead& lead = signal.lead;
  lead = nameOf(source, sequence, number);
  const std::string where =
      source.file + ", lead " + (lead.name.empty() ? std::to_string(number) : lead.name) + ",";
  const xml::Element value = sequence.child("value");
  const Quantity scale = quantityOf(source, value.child("scale"), "a scale");
  const Quantity origin = quantityOf(source, value.child("origin"), "an origin");
  if (scale.value.value_or(scale.unit.empty() ? 1 : 0) == 0)
    reject("bad-header", {where, " has no scale or one of 0; get the original file."});
  xml::Calibration calibration{originOf(where, origin, scale), scale.value.value_or(1), 1};
  const std::string digits = value.child("digits").text();
  const auto read = [&] {
    return xml::readNumbers(digits, xml::ListSeparator::blanks, calibration, where);
  };
  const auto units = voltageUnitsPerMillivolt(scale.unit);
  if (units) {
    calibration.unitsPerOne = *units;
  } else if (!scale.unit.empty()) {
    if (isEcg(sequence, lead)) refuseUnit(where, scale, "scale");
    lead.unit = scale.unit;
  } else if (!digits.empty()) {
    const std::vector<float> raw = source.options.unitsPerMillivolt ? std::vector<float>() : read();
    calibration.unitsPerOne = askedUnitsPerMillivolt(
        where + " does not say the unit of its samples (scale)", raw, source.options);
  }
  signal.samples = read();
  return signal;
}

}  // namespace ecg::aecg
