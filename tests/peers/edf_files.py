"""EDF+ and BDF+ files of several ranges, units and rates, by EDFlib."""
import ctypes as c
import os

import numpy as np

EDF, BDF = 1, 3  # edflib.h's EDFLIB_FILETYPE_EDFPLUS and _BDFPLUS
LABELS = ("ECG I", "ECG II", "ECG V1")
SECONDS = 4
RANGES = [  # unit, physical minimum and maximum, Hz
    (b"uV", -3276.8, 3276.7, 500), (b"mV", -5.0, 5.0, 257), (b"mV", 0.5, -0.25, 1000),
    (b"V", -0.01, 0.02, 128)]


def settings(library, handle, kind, signal, unit, low, high, rate):
    bits = 16 if kind == EDF else 24
    library.edf_set_samplefrequency(handle, signal, rate)
    library.edf_set_physical_minimum(handle, signal, c.c_double(low))
    library.edf_set_physical_maximum(handle, signal, c.c_double(high))
    library.edf_set_digital_minimum(handle, signal, -(2 ** (bits - 1)))
    library.edf_set_digital_maximum(handle, signal, 2 ** (bits - 1) - 1 - 100 * signal)
    library.edf_set_label(handle, signal, LABELS[signal].encode())
    library.edf_set_physical_dimension(handle, signal, unit)


def write(library, path, kind, unit, low, high, rate, random):
    handle = library.edfopen_file_writeonly(path.encode(), kind, len(LABELS))
    for signal in range(len(LABELS)):
        settings(library, handle, kind, signal, unit, low, high, rate)
    limit = 2**15 if kind == EDF else 2**23
    for _ in range(SECONDS):
        for _ in LABELS:
            samples = random.integers(-limit, limit - 300, rate).astype(np.intc)
            if library.edfwrite_digital_samples(handle, samples.ctypes.data_as(c.c_void_p)):
                raise OSError(f"EDFlib cannot write {path}")
    library.edfclose_file(handle)


def write_all(library, folder):
    random = np.random.default_rng(5)
    paths = []
    for kind, ending in ((EDF, "edf"), (BDF, "bdf")):
        for number, limits in enumerate(RANGES):
            paths.append(os.path.join(folder, f"range{number}.{ending}"))
            write(library, paths[-1], kind, *limits, random)
    return paths
