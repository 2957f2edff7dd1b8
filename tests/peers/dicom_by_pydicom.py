"""DICOM waveforms by pydicom (Debian's python3-pydicom)."""
import warnings

import pydicom
from pydicom.uid import ExplicitVRBigEndian

from case import Case, in_millivolts
from dicom_files import write_all

NAME, VERSION = "pydicom", pydicom.__version__


def name_of(channel):
    source = channel.get("ChannelSourceSequence")
    return str(source[0].get("CodeMeaning", "")) if source else ""


def cases(folders):
    warnings.simplefilter("ignore")
    for path in folders.find(".dcm") + write_all(folders.made):
        file = pydicom.dcmread(path)
        if file.file_meta.TransferSyntaxUID == ExplicitVRBigEndian:
            continue  # pydicom 2.3.1 takes all samples for little endian
        for index, group in enumerate(file.WaveformSequence):
            channels = group.ChannelDefinitionSequence
            # pydicom 2.3.1 adds the Channel Baseline to the stored samples; PS3.3 C.10.9 has it in
            # the channel's unit.
            if any(float(c.get("ChannelBaseline") or 0) for c in channels):
                continue
            samples = file.waveform_array(index).T
            units = [c.ChannelSensitivityUnitsSequence[0].CodeValue for c in channels]
            leads = [(name_of(c), in_millivolts(lead, unit))
                     for c, lead, unit in zip(channels, samples, units)]
            yield Case([path], leads, float(group.SamplingFrequency), {"recording": index + 1})
