#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "preprocess/leads/names.h"
#include "tests/support/npz.h"
#include "tests/support/quality_checks.h"

using namespace ecg;
using namespace ecg::testing;

namespace {

const std::string train = std::string(ECG_SHARED_DIR) + "/train/";

bool present(const std::string& name) {
  if (std::ifstream(train + name)) return true;
  MESSAGE("skipped: there is no " << name);
  return false;
}

/// A stored recording. @param order names of its leads
Recording recordingOf(const StoredDifferences& stored, std::size_t index, double samplingRate,
                      const std::vector<std::string>& order, float unit) {
  Recording recording;
  recording.samplingRate = samplingRate;
  recording.length = stored.length();
  recording.samples.resize(stored.leads() * stored.length());
  for (std::size_t l = 0; l < stored.leads(); ++l) {
    recording.leads.push_back({order[l], order[l], "mV"});
    stored.decode(index, l, unit, recording.lead(l));
  }
  return recording;
}

/// Checks that hardly one of each `stride` recordings of a set is unusable, and none without
/// reason.
void checkFewUnusable(const std::string& name, double samplingRate, std::size_t stride) {
  const StoredDifferences stored(std::move(readNpz(train + name, {"delta"})[0]));
  const std::vector<std::string> order(standardLeads.begin(), standardLeads.end());
  std::size_t unusable = 0, judged = 0;
  for (std::size_t k = 0; k < stored.count(); k += stride, ++judged) {
    const Quality quality = qualityOf(recordingOf(stored, k, samplingRate, order, 0.001f));
    if (quality.verdict != Verdict::unusable) continue;
    ++unusable;
    CHECK(!quality.reasons.empty());
  }
  MESSAGE(name << ": " << unusable << " of " << judged << " unusable");
  CHECK(unusable <= (judged + 99) / 100);
}

}  // namespace

TEST_CASE("quality: acceptable and unacceptable recordings of the CinC 2011 challenge") {
  const std::string name = "cinc2011_quality_12lead_500hz.npz";
  if (!present(name)) return;
  auto arrays = readNpz(train + name, {"delta", "label", "leads"});
  const StoredDifferences stored(std::move(arrays[0]));
  const std::vector<std::string> labels = arrays[1].texts(), order = arrays[2].texts();
  double right = 0, all = 0, found = 0, bad = 0;
  for (std::size_t k = 0; k < stored.count(); ++k) {
    if (labels[k] == "indeterminate") continue;
    const Quality quality = qualityOf(recordingOf(stored, k, 500, order, 0.005f));
    const bool unusable = quality.verdict == Verdict::unusable;
    if (unusable) CHECK(!quality.reasons.empty());
    const bool unacceptable = labels[k] == "unacceptable";
    ++all;
    right += unusable == unacceptable;
    bad += unacceptable;
    found += unusable && unacceptable;
  }
  MESSAGE("accuracy " << right / all << ", sensitivity for unacceptable " << found / bad << ", of "
                      << all);
  CHECK(right / all >= 0.93);
  CHECK(found / bad >= 0.90);
}

TEST_CASE("quality: hardly a recording of PTB-XL is unusable") {
  if (present("ptbxl500/ptbxl_00001-00500_500hz.npz"))
    checkFewUnusable("ptbxl500/ptbxl_00001-00500_500hz.npz", 500, 2);
  if (present("ptbxl_100hz.npz")) checkFewUnusable("ptbxl_100hz.npz", 100, 16);
}
