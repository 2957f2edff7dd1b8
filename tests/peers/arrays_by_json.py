"""JSON by Python's own parser, in each arrangement of leads and samples."""
import json
import os
import platform

import numpy as np

from case import PER_MILLIVOLT, Case
from signals import GIVEN, signals, unnamed

NAME, VERSION = "json", platform.python_version()
NAMES = ["I", "II", "V1"]


def arrangements(rows):
    by_name = dict(zip(NAMES, rows))
    return {
        "rows": rows,
        "columns": [list(samples) for samples in zip(*rows)],
        "named": by_name,
        "nested": {"signal": {"leads": by_name, "sampleRate": 500}},
        "listed": {"leads": [{"name": n, "samples": s} for n, s in by_name.items()]},
        "object": {"fs": 500, "unit": "mV", "leads": NAMES, "data": rows},
        "objects": {"leads": {n: {"samples": s, "unit": "mV"} for n, s in by_name.items()}},
    }


def cases(folders):
    ecg = np.round(signals("f8", (3, 300), np.random.default_rng(9)), 4)
    ecg[1, 7] = np.nan
    for name, document in arrangements(ecg.tolist()).items():
        path = os.path.join(folders.made, name + ".json")
        with open(path, "w") as file:
            json.dump(document, file, indent=1)
        with open(path) as file:
            read = json.load(file)
        array = np.array(read) if name == "rows" else np.array(read).T if name == "columns" else ecg
        yield Case([path], unnamed(array), 500, GIVEN)
    for path in folders.find("ecg.json"):
        with open(path) as file:
            read = json.load(file)
        leads = [(name, np.array(samples) / PER_MILLIVOLT[read["unit"]])
                 for name, samples in read["leads"].items()]
        yield Case([path], leads, read["samplingRate"])
