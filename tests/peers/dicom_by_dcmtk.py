"""DICOM waveforms by dcmtk's dcm2json; its elements are scaled here after PS3.3 C.10.9."""
import base64
import json
import subprocess

import numpy as np

from case import Case, in_millivolts

NAME = "dcmtk"
SAID = subprocess.run(["dcm2json", "--version"], capture_output=True, text=True).stdout
VERSION = SAID.split()[2].lstrip("v")
TYPES = {"SB": "<i1", "UB": "<u1", "SS": "<i2", "US": "<u2", "SL": "<i4", "UL": "<u4"}
RATE, DATA, INTERPRETATION = "003A001A", "54001010", "54001006"
CHANNELS, SOURCE, MEANING = "003A0200", "003A0208", "00080104"
SENSITIVITY, UNITS, UNIT, CORRECTION, BASELINE = (
    "003A0210", "003A0211", "00080100", "003A0212", "003A0213")


def value(item, tag, default=None):
    return item.get(tag, {}).get("Value", [default])[0]


def lead(channel, stored):
    unit = value(value(channel, UNITS), UNIT)
    scale = float(value(channel, SENSITIVITY)) * float(value(channel, CORRECTION, 1))
    samples = stored * scale + float(value(channel, BASELINE, 0))
    return value(value(channel, SOURCE), MEANING), in_millivolts(samples, unit)


def made_files(folder):
    try:
        from dicom_files import write_all
    except ImportError:
        return []
    return write_all(folder)


def cases(folders):
    for path in folders.find(".dcm") + made_files(folders.made):
        out = subprocess.run(["dcm2json", path], capture_output=True, check=True).stdout
        for index, group in enumerate(json.loads(out)["54000100"]["Value"]):
            kind = TYPES[value(group, INTERPRETATION)]
            data = base64.b64decode(group[DATA]["InlineBinary"])
            channels = group[CHANNELS]["Value"]
            stored = np.frombuffer(data, kind).reshape(-1, len(channels)).T
            leads = [lead(channel, samples) for channel, samples in zip(channels, stored)]
            yield Case([path], leads, float(value(group, RATE)), {"recording": index + 1})
