#!/usr/bin/python3
"""Milliseconds that Python's readers take for the files that bench_readers wrote, as JSON by file name.

    /usr/bin/python3 tests/bench/readers_python.py FOLDER

pydicom, SciPy, NumPy, csv and json, as far as they are installed (Debian's python3-pydicom,
python3-scipy); each to an array of millivolts, the best of five.
"""
import json
import sys
import time

import numpy as np

folder = sys.argv[1]


def dicom():
    import pydicom
    return pydicom.dcmread(f"{folder}/ecg.dcm", force=True).waveform_array(0).T / 1000


def mat():
    import scipy.io
    return scipy.io.loadmat(f"{folder}/ecg.mat")["ecg"] / 1000.0


def npz():
    return np.load(f"{folder}/ecg.npz")["ecg"] / 1000.0


def plain_json():
    with open(f"{folder}/ecg.json") as file:
        leads = json.load(file)["leads"]
    return np.array(list(leads.values())) / 1000.0


def csv():
    return np.loadtxt(f"{folder}/ecg.csv", delimiter=",", skiprows=1).T[1:] / 1000.0


readers = {"ecg.dcm": dicom, "ecg.mat": mat, "ecg.npz": npz, "ecg.json": plain_json, "ecg.csv": csv}
took = {}
for name, read in readers.items():
    try:
        read()
    except ImportError:
        continue
    best = min((lambda start: (read(), time.perf_counter() - start)[1])(time.perf_counter()) for _ in range(5))
    took[name] = 1e3 * best
print(json.dumps(took))
