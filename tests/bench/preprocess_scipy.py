#!/usr/bin/python3
"""Time of upstream's preprocessing in SciPy, on the 12 x 5000 recording of bench_preprocess.cpp.

    /usr/bin/python3 tests/bench/preprocess_scipy.py

The filters are designed once a lead, as upstream's filter_bandpass does.
"""
import json
import pathlib
import sys
import time

import numpy as np
from scipy import signal

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "golden"))
from synthetic_ecg import synthetic_ecg  # noqa: E402


def founder(x):
    out = np.empty_like(x)
    for i, lead in enumerate(x):
        b, a = signal.iirnotch(50, 30, 500)
        lead = signal.filtfilt(b, a, lead)
        b, a = signal.butter(4, [0.67, 40], "bandpass", fs=500)
        lead = signal.filtfilt(b, a, lead)
        out[i] = lead - signal.medfilt(lead, 201)
    return (out - np.mean(out)) / (np.std(out) + 1e-8)


x = synthetic_ecg().astype(np.float64)
times = []
for _ in range(15):
    start = time.perf_counter()
    y = founder(x)
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps({"founder_ms": round(min(times), 3), "median_ms": round(sorted(times)[7], 3),
                  "n": len(times), "check": round(float(y[0, 1234]), 6)}))
