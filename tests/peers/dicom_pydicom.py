#!/usr/bin/python3
"""A DICOM waveform as pydicom reads it: rate, names and samples in mV, as JSON.

    /usr/bin/python3 tests/peers/dicom_pydicom.py FILE [GROUP]

GROUP counts the multiplex groups in the file's order from 0 on (0 where it is left out). The
samples are pydicom's (Debian's python3-pydicom), channel by channel; a channel in another unit than
one of voltage keeps it. pydicom 2.3.1 adds the Channel Baseline to the stored samples, where
PS3.3 C.10.9 has it in the channel's unit: `baseline` says whether a file has one, so that a
comparison can leave it out.
"""
import json
import sys
import warnings

import pydicom

PER_MILLIVOLT = {"uV": 1000.0, "mV": 1.0, "V": 0.001, "nV": 1e6}


def unit_of(channel):
    units = channel.get("ChannelSensitivityUnitsSequence")
    return str(units[0].get("CodeValue", "")) if units else ""


def name_of(channel):
    source = channel.get("ChannelSourceSequence")
    return str(source[0].get("CodeMeaning", "")) if source else ""


def read(path, index):
    warnings.simplefilter("ignore")
    file = pydicom.dcmread(path, force=True)
    group = file.WaveformSequence[index]
    channels = group.ChannelDefinitionSequence
    samples = file.waveform_array(index).T
    units = [unit_of(channel) for channel in channels]
    return {
        "rate": float(group.SamplingFrequency),
        "names": [name_of(channel) for channel in channels],
        "units": ["mV" if unit in PER_MILLIVOLT else unit for unit in units],
        "baseline": any(float(channel.get("ChannelBaseline", 0) or 0) for channel in channels),
        "samples": [(lead / PER_MILLIVOLT.get(unit, 1.0)).tolist()
                    for lead, unit in zip(samples, units)],
    }


if __name__ == "__main__":
    json.dump(read(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0), sys.stdout)
