#include "preprocess/formats/dicom/sop_class.h"

#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

struct SopClass {
  std::string_view uid;  ///< after the root of DICOM's storage classes
  const char* name;
  Kind kind;
};

constexpr std::string_view storageRoot = "1.2.840.10008.5.1.4.1.1.";

/// PS3.6, annex A: every waveform, and what else is often met.
constexpr SopClass classes[] = {
    {"9.1.1", "12-lead ECG Waveform Storage", Kind::ecg},
    {"9.1.2", "General ECG Waveform Storage", Kind::ecg},
    {"9.1.3", "Ambulatory ECG Waveform Storage", Kind::ecg},
    {"9.1.4", "General 32-bit ECG Waveform Storage", Kind::ecg},
    {"9.2.1", "Hemodynamic Waveform Storage", Kind::waveform},
    {"9.3.1", "Cardiac Electrophysiology Waveform Storage", Kind::waveform},
    {"9.5.1", "Arterial Pulse Waveform Storage", Kind::otherWave},
    {"9.4.1", "Basic Voice Audio Waveform Storage", Kind::otherWave},
    {"9.4.2", "General Audio Waveform Storage", Kind::otherWave},
    {"9.6.1", "Respiratory Waveform Storage", Kind::otherWave},
    {"9.6.2", "Multi-channel Respiratory Waveform Storage", Kind::otherWave},
    {"9.7.1", "Routine Scalp Electroencephalogram Waveform Storage", Kind::otherWave},
    {"9.7.2", "Electromyogram Waveform Storage", Kind::otherWave},
    {"9.7.3", "Electrooculogram Waveform Storage", Kind::otherWave},
    {"9.7.4", "Sleep Electroencephalogram Waveform Storage", Kind::otherWave},
    {"9.8.1", "Body Position Waveform Storage", Kind::otherWave},
    {"9", "Standalone Curve Storage (retired)", Kind::noWave},
    {"1", "Computed Radiography Image Storage", Kind::noWave},
    {"1.1", "Digital X-Ray Image Storage - For Presentation", Kind::noWave},
    {"1.1.1", "Digital X-Ray Image Storage - For Processing", Kind::noWave},
    {"1.2", "Digital Mammography X-Ray Image Storage - For Presentation", Kind::noWave},
    {"2", "CT Image Storage", Kind::noWave},
    {"2.1", "Enhanced CT Image Storage", Kind::noWave},
    {"3.1", "Ultrasound Multi-frame Image Storage", Kind::noWave},
    {"4", "MR Image Storage", Kind::noWave},
    {"4.1", "Enhanced MR Image Storage", Kind::noWave},
    {"6.1", "Ultrasound Image Storage", Kind::noWave},
    {"7", "Secondary Capture Image Storage", Kind::noWave},
    {"7.1", "Multi-frame Single Bit Secondary Capture Image Storage", Kind::noWave},
    {"7.2", "Multi-frame Grayscale Byte Secondary Capture Image Storage", Kind::noWave},
    {"7.3", "Multi-frame Grayscale Word Secondary Capture Image Storage", Kind::noWave},
    {"7.4", "Multi-frame True Color Secondary Capture Image Storage", Kind::noWave},
    {"11.1", "Grayscale Softcopy Presentation State Storage", Kind::noWave},
    {"12.1", "X-Ray Angiographic Image Storage", Kind::noWave},
    {"12.2", "X-Ray Radiofluoroscopic Image Storage", Kind::noWave},
    {"20", "Nuclear Medicine Image Storage", Kind::noWave},
    {"66", "Raw Data Storage", Kind::noWave},
    {"77.1.4", "VL Photographic Image Storage", Kind::noWave},
    {"88.11", "Basic Text SR Storage", Kind::noWave},
    {"88.22", "Enhanced SR Storage", Kind::noWave},
    {"88.33", "Comprehensive SR Storage", Kind::noWave},
    {"88.59", "Key Object Selection Document Storage", Kind::noWave},
    {"104.1", "Encapsulated PDF Storage", Kind::noWave},
    {"104.2", "Encapsulated CDA Storage", Kind::noWave},
    {"128", "Positron Emission Tomography Image Storage", Kind::noWave},
    {"481.1", "RT Image Storage", Kind::noWave},
    {"481.2", "RT Dose Storage", Kind::noWave},
    {"481.5", "RT Plan Storage", Kind::noWave},
};

const SopClass* find(std::string_view uid) {
  if (uid.substr(0, storageRoot.size()) != storageRoot) return nullptr;
  for (const SopClass& known : classes)
    if (known.uid == uid.substr(storageRoot.size())) return &known;
  return nullptr;
}

}  // namespace

Kind kindOf(std::string_view sopClass) {
  const SopClass* known = find(sopClass);
  return known ? known->kind : Kind::unknown;
}

std::string sopClassName(std::string_view sopClass) {
  if (const SopClass* known = find(sopClass)) return known->name;
  if (sopClass == "1.2.840.10008.1.3.10") return "Media Storage Directory (DICOMDIR)";
  if (sopClass.empty()) return "no named SOP class";
  return "SOP class " + text::quoted(sopClass.substr(0, sopClass.find_first_not_of("0123456789.")));
}

std::string transferSyntaxName(std::string_view uid) {
  if (uid == "1.2.840.10008.1.2.1.99") return "Deflated Explicit VR Little Endian";
  if (uid == "1.2.840.10008.1.2.4.95") return "JPIP Referenced Deflate";
  return text::quoted(uid);
}

}  // namespace ecg::dicom
