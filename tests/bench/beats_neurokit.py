#!/usr/bin/python3
"""Time of NeuroKit2's QRS detection and delineation of one lead, 10 s at 500 Hz, that bench_beats
wrote.

    /usr/bin/python3 tests/bench/beats_neurokit.py LEAD.f32

Prints one line of JSON, {"missing": ...} where NeuroKit2 is not installed.
"""
import json
import sys
import time
import warnings

import numpy as np

try:
    import neurokit2
except ImportError as error:
    print(json.dumps({"missing": str(error)}))
    sys.exit()

warnings.simplefilter("ignore")
x = np.fromfile(sys.argv[1], "<f4").astype(float)
times = []
for _ in range(7):
    start = time.perf_counter()
    cleaned = neurokit2.ecg_clean(x, sampling_rate=500)
    _, peaks = neurokit2.ecg_peaks(cleaned, sampling_rate=500)
    neurokit2.ecg_delineate(cleaned, peaks["ECG_R_Peaks"], sampling_rate=500, method="dwt")
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps({"one_lead_ms": round(min(times), 1), "beats": len(peaks["ECG_R_Peaks"]),
                  "version": neurokit2.__version__}))
