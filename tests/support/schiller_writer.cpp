#include "tests/support/schiller_writer.h"

namespace ecg::test {
namespace {

std::string element(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "<" + name + ">" + text + "</" + name + ">";
}

std::string wavesOf(const SchillerWaves& waves) {
  std::string out = "<wavedata>" + element("type", waves.type) + "<resolution>";
  out += element("samplerate", element("exponent", waves.exponent) + element("value", waves.rate));
  out += element("yres", element("unitperbit", waves.unitperbit) + element("units", waves.units));
  out += "</resolution>";
  for (const SchillerChannel& channel : waves.channels)
    out += "<channel>" + element("name", channel.name) + channel.annotations +
           element("datastype", channel.datastype) + element("samplecount", channel.samplecount) +
           element("data", channel.data) + "</channel>";
  return out + "</wavedata>";
}

}  // namespace

std::string writeSchiller(const SchillerFile& file) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + file.root + ">" +
                    file.before + "<eventdata><event>" + file.event;
  for (const SchillerWaves& waves : file.waves) out += wavesOf(waves);
  return out + "</event></eventdata></" + file.root + ">";
}

}  // namespace ecg::test
