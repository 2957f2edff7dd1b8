"""`.npy` and `.npz` by NumPy (Debian's python3-numpy), which also writes them: every number type,
byte order, shape and layout, and every version of the format."""
import os

import numpy as np

from case import PER_MILLIVOLT, Case
from signals import GIVEN, NUMBERS, signals, unnamed

NAME, VERSION = "NumPy", np.__version__
SHAPES = ((300,), (12, 300), (300, 12), (1, 12, 300), (300, 1))


def plain(folder, random):
    for order in "<>":
        for kind in NUMBERS:
            for shape in SHAPES:
                for layout in "CF":
                    path = os.path.join(folder, f"{kind}{'be' if order == '>' else ''}-"
                                                f"{'x'.join(map(str, shape))}-{layout}.npy")
                    np.save(path, np.array(signals(kind, shape, random).astype(order + kind),
                                           order=layout))
                    array = np.load(path)
                    leads = array.reshape(-1, 300) if shape[-1] == 300 else array.T
                    yield Case([path], unnamed(leads), 500, GIVEN)


def versions(folder, random):
    for version in ((1, 0), (2, 0), (3, 0)):
        path = os.path.join(folder, f"version{version[0]}.npy")
        with open(path, "wb") as file:
            np.lib.format.write_array(file, signals("f8", (8, 250), random), version)
        yield Case([path], unnamed(np.load(path)), 500, GIVEN)


def several(folder, random):
    path = os.path.join(folder, "several.npy")
    np.save(path, signals("f8", (5, 12, 300), random))
    for index, array in enumerate(np.load(path)):
        yield Case([path], unnamed(array), 500, {**GIVEN, "recording": index + 1})


def zipped(folder, random):
    names = [f"V{i}" for i in range(12)]
    for save in (np.savez, np.savez_compressed):
        path = os.path.join(folder, save.__name__ + ".npz")
        save(path, ecg=np.round(signals("f8", (12, 2000), random), 2), fs=250, leads=names,
             units=np.array("mV"), rpeaks=np.arange(3, 900, 9))
        yield Case([path], list(zip(names, np.load(path)["ecg"])), 250)


def stored(path):
    found = np.load(path)
    rate = float(found["fs"])
    if "x" in found:  # one lead, without its name and unit
        return Case([path], unnamed(found["x"]), rate, {"units": 1})
    per_millivolt = PER_MILLIVOLT[str(found["units"])]
    return Case([path], list(zip(found["leads"], found["ecg"] / per_millivolt)), rate)


def cases(folders):
    random = np.random.default_rng(7)
    for make in (plain, versions, several, zipped):
        yield from make(folders.made, random)
    for path in folders.find(".npz"):
        yield stored(path)
    for path in folders.find(".npy"):
        yield Case([path], unnamed(np.load(path).T), 500, GIVEN)
