#include "preprocess/formats/scp/beats.h"

namespace ecg::scp {
namespace {

constexpr std::size_t beatBytes = 14;
constexpr std::size_t zoneBytes = 8;

Beat readBeat(ByteReader& in) {
  Beat beat;
  beat.type = in.u16();
  beat.zone.first = in.u32();
  beat.fiducial = in.u32();
  beat.zone.last = in.u32();
  return beat;
}

std::vector<Zone> readZones(const Record& record, ByteReader& in, std::size_t count) {
  std::vector<Zone> zones;
  for (std::size_t i = 0; i < count; ++i) {
    Zone zone;
    zone.first = in.u32();
    zone.last = in.u32();
    if (zone.first == 0 && zone.last == 0) continue;
    if (zone.first == 0 || zone.last < zone.first ||
        (!zones.empty() && zone.first <= zones.back().last))
      record.refuse(sentence(
          {"protected zone ", i + 1, " of section 4 is empty or not after the one ahead of it"}));
    zones.push_back(zone);
  }
  return zones;
}

}  // namespace

Beats readBeats(const Record& record, bool subtracted, bool bimodal) {
  const Section& section = record.require(4);
  ByteReader in = record.reader(section);
  Beats beats;
  beats.referenceMs = in.u16();
  beats.referenceFiducial = in.u16();
  const std::size_t count = in.u16();
  // Where no beat was subtracted some writers leave the list of beats out.
  const bool zonesOnly = !subtracted && in.remaining() < count * (beatBytes + zoneBytes);
  if (!zonesOnly)
    for (std::size_t i = 0; i < count; ++i) beats.all.push_back(readBeat(in));
  if (bimodal) beats.protectedZones = readZones(record, in, count);
  return beats;
}

}  // namespace ecg::scp
