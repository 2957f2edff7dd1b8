"""DICOM waveforms of every sample type, value representation and transfer syntax, by pydicom."""
import os

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

GENERAL_ECG = "1.2.840.10008.5.1.4.1.1.9.1.2"
TYPES = {"SB": "i1", "UB": "u1", "SS": "i2", "US": "u2", "SL": "i4", "UL": "u4"}
SYNTAXES = (ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian)


def coded(value, meaning, scheme):
    code = Dataset()
    code.CodeValue, code.CodeMeaning, code.CodingSchemeDesignator = value, meaning, scheme
    return Sequence([code])


def channel(number, bits, sensitivity, unit, correction):
    item = Dataset()
    item.ChannelSourceSequence = coded(f"2:{number}", f"Lead {number}", "MDC")
    item.ChannelSensitivity = sensitivity
    item.ChannelSensitivityUnitsSequence = coded(unit, unit, "UCUM")
    item.ChannelSensitivityCorrectionFactor = correction
    item.ChannelBaseline, item.ChannelSampleSkew, item.WaveformBitsStored = "0", "0", bits
    return item


def waveform(interpretation, big_endian, random):
    kind = np.dtype(TYPES[interpretation])
    bits = 8 * kind.itemsize
    info = np.iinfo(kind)
    samples = random.integers(info.min, info.max, (250, 2), dtype=kind, endpoint=True)
    group = Dataset()
    group.WaveformOriginality, group.SamplingFrequency = "ORIGINAL", "250"
    group.NumberOfWaveformChannels, group.NumberOfWaveformSamples = 2, len(samples)
    group.ChannelDefinitionSequence = Sequence(
        [channel(1, bits, f"{5000 / 2**bits:.6g}", "uV", "1"),
         channel(2, bits, f"{5 / 2**bits:.6g}", "mV", "1.013")])
    group.WaveformBitsAllocated, group.WaveformSampleInterpretation = bits, interpretation
    group.add_new("WaveformData", "OB" if bits == 8 else "OW",
                  samples.astype(kind.newbyteorder(">" if big_endian else "<")).tobytes())
    return group


def write(path, interpretation, syntax, undefined_lengths, random):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = GENERAL_ECG, "1.2.3"
    meta.TransferSyntaxUID = syntax
    file = pydicom.FileDataset(path, {}, preamble=b"\0" * 128, file_meta=meta)
    file.is_little_endian = syntax != ExplicitVRBigEndian
    file.is_implicit_VR = syntax == ImplicitVRLittleEndian
    file.SOPClassUID, file.SOPInstanceUID, file.Modality = GENERAL_ECG, "1.2.3", "ECG"
    group = waveform(interpretation, not file.is_little_endian, random)
    group.is_undefined_length_sequence_item = undefined_lengths
    file.WaveformSequence = Sequence([group])
    file["WaveformSequence"].is_undefined_length = undefined_lengths
    file.save_as(path, write_like_original=False)


def write_all(folder):
    """Big endian is left out at 32 bits: whether OW is swapped by words or samples is unclear."""
    random = np.random.default_rng(12)
    paths = []
    for interpretation in TYPES:
        for syntax in SYNTAXES:
            if interpretation in ("SL", "UL") and syntax == ExplicitVRBigEndian:
                continue
            for undefined in (False, True):
                name = f"{interpretation}-{syntax.name}-{undefined}.dcm".replace(" ", "")
                paths.append(os.path.join(folder, name))
                write(paths[-1], interpretation, syntax, undefined, random)
    return paths
