#include <doctest/doctest.h>

#include "preprocess/formats/dicom/dicom.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/reader_checks.h"

using ecg::dicomFormat;
using ecg::Match;
using ecg::ReadOptions;
using namespace ecg::test;

namespace {

std::string refuseFile(const DicomFile& file, const std::string& code,
                       const ReadOptions& options = {}) {
  return refusal(dicomFormat(), "x.dcm", writeDicom(file), code, options);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Match sniffOf(const std::string& bytes) { return dicomFormat().sniff(oneFile("x", bytes)); }

}  // namespace

TEST_CASE("dicom: what is not DICOM is not taken for it") {
  CHECK(sniffOf("") == Match::none);
  CHECK(sniffOf("time,I,II\n0,1,2\n") == Match::none);
  CHECK(sniffOf(std::string(400, '\0')) == Match::none);
  CHECK(sniffOf(std::string("\x08\0\x05\0", 4) + std::string(400, '\0')) == Match::none);
  CHECK(sniffOf(std::string("\x08\0\x05\0\xFF\xFF\xFF\xFF", 8)) == Match::none);
  CHECK(sniffOf(std::string(128, 'x') + "DICM") == Match::certain);
  DicomFile file;
  file.preamble = file.meta = false;
  file.sopClass = "1.2.3.4";
  CHECK(sniffOf(writeDicom(file)) == Match::none);
  refuseFile(file, "not-dicom");
}

TEST_CASE("dicom: an image, a PDF and other objects are refused by name") {
  DicomFile file;
  file.waveforms = false;
  file.sopClass = "1.2.840.10008.5.1.4.1.1.2";
  CHECK(has(refuseFile(file, "unsupported-sop-class"), "CT Image Storage"));
  // An image's pixels come in fragments after an undefined length.
  file.transferSyntax = "1.2.840.10008.1.2.4.50";
  file.after = std::string("\xE0\x7F\x10\x00OB\0\0\xFF\xFF\xFF\xFF", 12) +
               std::string("\xFE\xFF\x00\xE0\0\0\0\0\xFE\xFF\x00\xE0\2\0\0\0ab", 18) +
               std::string("\xFE\xFF\xDD\xE0\0\0\0\0", 8);
  CHECK(has(refuseFile(file, "unsupported-sop-class"), "CT Image Storage"));
  file.after = file.transferSyntax = "";
  file.sopClass = "1.2.840.10008.5.1.4.1.1.104.1";
  CHECK(has(refuseFile(file, "unsupported-sop-class"), "Encapsulated PDF Storage"));
  file.sopClass = "1.2.840.10008.1.3.10";
  CHECK(has(refuseFile(file, "unsupported-sop-class"), "DICOMDIR"));
  file.sopClass = "1.2.840.99999.1";
  CHECK(has(refuseFile(file, "unsupported-sop-class"), "\"1.2.840.99999.1\""));
  file.sopClass = "1.2.840.10008.5.1.4.1.1.9.1.1";
  refuseFile(file, "no-signal");
  file.waveforms = true;
  file.groups.clear();
  refuseFile(file, "no-signal");
}

TEST_CASE("dicom: another waveform is read where it has a lead and refused where not") {
  DicomFile file;
  file.sopClass = "1.2.840.10008.5.1.4.1.1.9.7.1";
  CHECK(dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording.leads[0].name == "II");
  file.groups[0].channels[0].code = "10-1";
  file.groups[0].channels[0].scheme = "99EEG";
  file.groups[0].channels[0].meaning = "Fp1";
  CHECK(has(refuseFile(file, "unsupported-sop-class"), "Routine Scalp Electroencephalogram"));
}

TEST_CASE("dicom: transfer syntaxes") {
  DicomFile file;
  file.transferSyntax = "1.2.840.10008.1.2.1.99";
  CHECK(has(refuseFile(file, "unsupported-transfer-syntax"), "Deflated Explicit VR Little"));
  file.transferSyntax = "1.2.840.113619.5.2";
  CHECK(has(refuseFile(file, "unsupported-transfer-syntax"), "\"1.2.840.113619.5.2\""));
  file.transferSyntax = "1.2.840.10008.1.2";
  auto r = dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording;
  CHECK(!diagnosticOf(r, "transfer-syntax").empty());
  CHECK(r.length == 50);
  file.transferSyntax = " ";
  r = dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording;
  CHECK(r.diagnostics.empty());
  file.meta = false;
  refusal(dicomFormat(), "x.dcm", std::string(128, '\0') + "DICM", "bad-header");
}

TEST_CASE("dicom: sample types that are not read") {
  DicomFile file;
  DicomGroup& group = file.groups[0];
  group.interpretation = "MB";
  CHECK(has(refuseFile(file, "unsupported-samples"), "mu-law"));
  group.interpretation = "AB";
  CHECK(has(refuseFile(file, "unsupported-samples"), "A-law"));
  group.interpretation = "SV";
  CHECK(has(refuseFile(file, "unsupported-samples"), "\"SV\""));
  group.interpretation = "";
  refuseFile(file, "unsupported-samples");
  group.interpretation = "SS";
  group.bits = 24;
  CHECK(has(refuseFile(file, "bad-header"), "24 bits"));
  group.bits = 32;
  group.interpretation = "SL";
  file.encoding.bigEndian = true;
  CHECK(has(refuseFile(file, "unsupported-samples"), "big-endian words"));
}

TEST_CASE("dicom: what a group announces and holds") {
  DicomFile file;
  DicomGroup& group = file.groups[0];
  group.announcedChannels = 2;
  CHECK(has(refuseFile(file, "bad-header"), "2 channels"));
  group.announcedChannels = 0;
  group.announcedSamples = 70;
  auto r = dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording;
  CHECK(r.length == 50);
  CHECK(diagnosticOf(r, "truncated-tail") ==
        "The file announces 70 samples per lead and holds 50.");
  group.announcedSamples = 30;
  r = dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording;
  CHECK(r.length == 30);
  CHECK(diagnosticOf(r, "trailing-bytes") == "40 bytes after the last sample were not read.");
  group.announcedSamples = 0;
  group.samples = 0;
  refuseFile(file, "no-signal");
  group.samples = 1;
  group.channels.push_back(group.channels[0]);
  std::string bytes = writeDicom(file);
  group.samples = 0;
  group.announcedSamples = 9;
  group.moreData = "ab";
  refuseFile(file, "truncated");
  group.channels.clear();
  refuseFile(file, "bad-header");
}

TEST_CASE("dicom: the rate") {
  DicomFile file;
  DicomGroup& group = file.groups[0];
  group.samplingFrequency = "599.88";
  CHECK(dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording.samplingRate == 599.88);
  group.samplingFrequency = "-5";
  refuseFile(file, "bad-header");
  group.samplingFrequency = "";
  refuseFile(file, "rate-unknown");
  ReadOptions options;
  options.samplingRate = 240;
  CHECK(dicomFormat().read(oneFile("x", writeDicom(file)), options).recording.samplingRate == 240);
  options.samplingRate = -1;
  refuseFile(file, "bad-option", options);
}

TEST_CASE("dicom: every cut is refused, whatever the encoding") {
  for (const bool undefinedLengths : {false, true}) {
    for (const bool explicitVr : {false, true}) {
      DicomFile file;
      file.encoding.undefinedLengths = undefinedLengths;
      file.encoding.explicitVr = explicitVr;
      const std::string whole = writeDicom(file);
      for (std::size_t size = 132; size < whole.size(); ++size) {
        try {
          dicomFormat().read(oneFile("x.dcm", whole.substr(0, size)), {});
          FAIL_CHECK("read from " << size << " of " << whole.size() << " bytes");
        } catch (const ecg::InputError&) {
        }
      }
    }
  }
}

TEST_CASE("dicom: malformed structure") {
  DicomFile file;
  // Zeros at the end are padding, other bytes are not.
  file.after = std::string(100, '\0');
  CHECK(dicomFormat().read(oneFile("x", writeDicom(file)), {}).recording.length == 50);
  file.after = std::string(100, '\0') + "x";
  refuseFile(file, "bad-header");
  file.after = "abc";
  refuseFile(file, "truncated");
  // A sequence of undefined length that holds no item.
  file.after = std::string("\x00\x60\x00\x10SQ\0\0\xFF\xFF\xFF\xFF", 12) +
               std::string("\x08\0\x60\0\0\0\0\0", 8);
  refuseFile(file, "bad-header");
  // Sequences in sequences without end.
  file.after = "";
  for (int i = 0; i < 100; ++i)
    file.after +=
        std::string("\x00\x60\x00\x10SQ\0\0\xFF\xFF\xFF\xFF\xFE\xFF\x00\xE0\xFF\xFF\xFF\xFF", 20);
  CHECK(has(refuseFile(file, "bad-header"), "nests sequences"));
  // The waveform sequence has something else than items.
  file.after = "";
  file.waveforms = false;
  file.after =
      DicomEncoder(DicomEncoding{}).element(0x54000100, "SQ", std::string("\x08\0\x60\0CS\0\0", 8));
  CHECK(has(refuseFile(file, "bad-header"), "wants an item"));
  // Elements side by side, and groups, without number.
  const DicomEncoder to{DicomEncoding{}};
  file.after = "";
  for (int i = 0; i < 70000; ++i) file.after += to.element(0x54000002, "US", "");
  refuseFile(file, "bad-header");
  file.waveforms = true;
  file.after = "";
  file.groups.assign(300, DicomGroup{});
  refuseFile(file, "bad-header");
}

TEST_CASE("dicom: a drop of no file and of two") {
  CHECK_THROWS_WITH_AS(dicomFormat().read({}, {}), doctest::Contains("No file"), ecg::InputError);
  const std::string bytes = writeDicom(DicomFile{});
  auto files = oneFile("a.dcm", bytes);
  files.push_back(oneFile("b.dcm", bytes)[0]);
  CHECK_THROWS_WITH_AS(dicomFormat().read(files, {}), doctest::Contains("both DICOM files"),
                       ecg::InputError);
}
