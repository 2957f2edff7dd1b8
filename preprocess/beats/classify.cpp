#include "preprocess/beats/classify.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/statistics.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t before = beatSamples(0.1), after = beatSamples(0.14), stride = 3;
constexpr std::ptrdiff_t shifts = beatSamples(0.024);

/// The QRS complexes of all leads around a sample, one after the other, each lead about its mean.
std::vector<float> shapeAt(const std::vector<Scale>& leads, std::ptrdiff_t centre) {
  std::vector<float> shape;
  for (const Scale& lead : leads) {
    const auto last = static_cast<std::ptrdiff_t>(lead.length()) - 1;
    const std::size_t begin = shape.size();
    double sum = 0;
    for (auto i = centre - static_cast<std::ptrdiff_t>(before);
         i < centre + static_cast<std::ptrdiff_t>(after); i += stride) {
      shape.push_back(static_cast<float>(lead.level[std::clamp<std::ptrdiff_t>(i, 0, last)]));
      sum += shape.back();
    }
    const auto mean = static_cast<float>(sum / static_cast<double>(shape.size() - begin));
    for (std::size_t i = begin; i < shape.size(); ++i) shape[i] -= mean;
  }
  return shape;
}

double correlation(const std::vector<float>& a, const std::vector<float>& b) {
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += double{a[i]} * b[i];
    aa += double{a[i]} * a[i];
    bb += double{b[i]} * b[i];
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

struct Family {
  std::vector<float> shape;  ///< of its first beat
  std::vector<std::size_t> beats;
  double width = 0;  ///< samples, median
};

double widthOf(const BeatMarks& beat) {
  return beat.qrs ? static_cast<double>(beat.qrs->offset - beat.qrs->onset) : 0;
}

/// The correlation with a family at the shift that fits best.
double likeness(const Family& family, const std::vector<Scale>& leads, std::size_t centre) {
  double best = -1;
  for (std::ptrdiff_t shift = -shifts; shift <= shifts; shift += stride)
    best = std::max(best, correlation(family.shape,
                                      shapeAt(leads, static_cast<std::ptrdiff_t>(centre) + shift)));
  return best;
}

std::vector<Family> familiesOf(const Delineation& beats, const std::vector<std::size_t>& centres) {
  constexpr double alike = 0.9;
  constexpr std::size_t mostFamilies = 12;
  std::vector<Family> families;
  for (std::size_t b = 0; b < centres.size(); ++b) {
    Family* nearest = nullptr;
    double best = -2;
    for (Family& family : families) {
      const double like = likeness(family, beats.fine, centres[b]);
      if (like > best) best = like, nearest = &family;
      if (like > 0.97) break;
    }
    if (!nearest || (best < alike && families.size() < mostFamilies)) {
      families.push_back({shapeAt(beats.fine, static_cast<std::ptrdiff_t>(centres[b])), {}});
      nearest = &families.back();
    }
    nearest->beats.push_back(b);
  }
  for (Family& family : families) {
    std::vector<double> widths;
    for (std::size_t b : family.beats) widths.push_back(widthOf(beats.together[b]));
    family.width = median(widths);
  }
  return families;
}

const Family& normalFamily(const std::vector<Family>& families) {
  constexpr double nearlyAsLarge = 0.3;
  std::size_t most = 0;
  for (const Family& family : families) most = std::max(most, family.beats.size());
  const Family* normal = nullptr;
  for (const Family& family : families)
    if (static_cast<double>(family.beats.size()) >= nearlyAsLarge * static_cast<double>(most) &&
        (!normal || family.width < normal->width))
      normal = &family;
  return *normal;
}

}  // namespace

std::vector<BeatClass> classifyBeats(const Delineation& beats,
                                     const std::vector<std::size_t>& centres) {
  constexpr double wide = 0.11 * beatRate, wider = 0.015 * beatRate;
  constexpr double premature = 0.88, unlike = 0.65;
  std::vector<BeatClass> classes(centres.size(), BeatClass::normal);
  if (centres.empty()) return classes;
  const std::vector<Family> families = familiesOf(beats, centres);
  const Family& normal = normalFamily(families);
  std::vector<double> intervals;
  for (std::size_t b = 1; b < centres.size(); ++b)
    intervals.push_back(static_cast<double>(centres[b] - centres[b - 1]));
  const double usual = median(intervals);
  for (const Family& family : families) {
    if (&family == &normal) continue;
    for (std::size_t b : family.beats) {
      const double width = std::max(family.width, widthOf(beats.together[b]));
      const bool isPremature = b > 0 && intervals[b - 1] < premature * usual;
      const bool other = isPremature || likeness(normal, beats.fine, centres[b]) < unlike;
      if (other && width >= wide && width >= normal.width + wider)
        classes[b] = BeatClass::ventricular;
    }
  }
  return classes;
}

}  // namespace ecg
