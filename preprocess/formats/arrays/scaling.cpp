#include "preprocess/formats/arrays/scaling.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/arrays/facts.h"
#include "preprocess/formats/csv_heading.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::arrays {
namespace {

bool isWhole(const Signal& signal) {
  for (const Channel& channel : signal.channels) {
    if (channel.numbers->kind != NumberKind::real) continue;
    for (std::size_t t = 0; t < signal.length; ++t) {
      const double value = channel.numbers->at(channel.first + t * channel.stride);
      if (std::isfinite(value) && value != std::floor(value)) return false;
    }
  }
  return true;
}

/// The entry of a lead in a list that has one for all or one a lead; `none` else.
template <typename T>
T entry(const std::vector<T>& list, std::size_t lead, std::size_t leads, T none) {
  if (list.size() == 1) return list[0];
  return list.size() == leads ? list[lead] : none;
}

/// Units by the file's list, or by the leads' and the array's names (`I_mV`).
void applyUnits(const Contents& contents, const Signal& signal, std::vector<Scaling>& scalings) {
  const auto units = statedUnits(contents, signal.parent);
  const bool anyVoltage = std::any_of(units.begin(), units.end(), [](const auto& unit) {
    return voltageUnitsPerMillivolt(unit).has_value();
  });
  for (std::size_t i = 0; i < scalings.size(); ++i) {
    std::string unit = entry<std::string>(units, i, scalings.size(), "");
    for (const std::string& name : {signal.channels[i].storedName, signal.name})
      if (unit.empty()) unit = csv::parseHeading(name).unit;
    scalings[i].unitsPerMillivolt = voltageUnitsPerMillivolt(unit).value_or(0);
    if (scalings[i].unitsPerMillivolt == 0 && anyVoltage && !unit.empty() &&
        !csv::isArbitraryUnit(unit))
      scalings[i].otherUnit = text::utf8(unit);
  }
}

/// ADC steps: the gain is in steps per unit.
void applyGains(const Contents& contents, const Signal& signal, std::vector<Scaling>& scalings,
                std::vector<Diagnostic>& diagnostics) {
  const auto gains = statedNumbers(contents, signal.parent, Meaning::gain);
  const auto baselines = statedNumbers(contents, signal.parent, Meaning::baseline);
  const std::size_t leads = scalings.size();
  if ((gains.size() != 1 && gains.size() != leads) || !isWhole(signal)) return;
  for (double gain : gains)
    if (!(gain > 0 && gain < 1e12)) return;
  for (std::size_t i = 0; i < leads; ++i) {
    Scaling& scaling = scalings[i];
    if (!scaling.otherUnit.empty()) continue;
    const double unit = scaling.unitsPerMillivolt > 0 ? scaling.unitsPerMillivolt : 1;
    scaling.unitsPerMillivolt = unit * entry(gains, i, leads, 1.0);
    const double baseline = entry(baselines, i, leads, 0.0);
    if (std::isfinite(baseline)) scaling.baseline = baseline;
  }
  say(diagnostics, "gain-taken",
      {"The samples are whole numbers and the file's gain, ", text::number(gains[0]),
       (gains.size() > 1 ? " and others" : ""), ", was taken as ADC steps per millivolt."});
}

}  // namespace

std::vector<Scaling> settleScaling(const std::string& file, const Contents& contents,
                                   const Signal& signal, const ReadOptions& options,
                                   std::vector<Diagnostic>& diagnostics) {
  std::vector<Scaling> scalings(signal.channels.size());
  applyUnits(contents, signal, scalings);
  applyGains(contents, signal, scalings, diagnostics);
  const auto& given = options.unitsPerMillivolt;
  if (!given) return scalings;
  bool used = false;
  double said = 0;
  for (Scaling& scaling : scalings) {
    if (!scaling.otherUnit.empty()) continue;
    if (scaling.unitsPerMillivolt > 0) {
      said = scaling.unitsPerMillivolt;
    } else {
      scaling.unitsPerMillivolt = *given;
      used = true;
    }
  }
  if (!used && said > 0 && std::fabs(*given / said - 1) > 0.01)
    reject("unit-mismatch",
           {file, " says that it has ", text::number(said), " units per millivolt, but ",
            text::number(*given), " was given; leave unitsPerMillivolt out."});
  return scalings;
}

}  // namespace ecg::arrays
