"""MATLAB files by SciPy's loadmat (Debian's python3-scipy); savemat writes every number type and
layout of versions 4 and 5, plain and compressed."""
import os

import numpy as np
import scipy
import scipy.io

from case import PER_MILLIVOLT, Case
from signals import GIVEN, NUMBERS, signals, unnamed

NAME, VERSION = "SciPy", scipy.__version__
SHAPES = ((12, 300), (300, 12), (1, 300), (300, 1))
IN_VERSION_4 = ("f4", "f8", "i2", "i4", "u1", "u2")
LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]


def by_length(array):
    """[leads, samples] of a matrix of which the longer side is time."""
    return array if array.shape[0] <= array.shape[1] else array.T


def matrices(folder, random):
    for form, compressed in (("4", False), ("5", False), ("5", True)):
        for kind in IN_VERSION_4 if form == "4" else NUMBERS[1:]:
            for shape in SHAPES:
                path = os.path.join(folder, f"{form}{'z' * compressed}-{kind}-{shape}.mat")
                scipy.io.savemat(path, {"val": signals(kind, shape, random)}, format=form,
                                 do_compression=compressed)
                leads = by_length(scipy.io.loadmat(path)["val"])
                yield Case([path], unnamed(leads), 500, GIVEN)


def nested(folder, random):
    """A struct, cells, recordings along the first and the last side, and leads by name."""
    ecg, many = signals("f8", (12, 400), random), signals("f8", (3, 12, 300), random)
    cells = np.empty(2, dtype=object)
    cells[0], cells[1] = ecg, ecg[:, :300] + 1
    struct = {"data": ecg, "fs": 400, "sex": "Male", "age": 50, "units": "mV",
              "leads": np.array(LEADS, dtype=object)}
    named = {f"V{i}": ecg[i] for i in range(1, 7)}
    for compressed in (False, True):
        def save(name, variables):
            path = os.path.join(folder, f"{name}{'-compressed' * compressed}.mat")
            scipy.io.savemat(path, variables, do_compression=compressed)
            return [path], scipy.io.loadmat(path)

        files, found = save("struct", {"ECG": struct, "note": "text"})
        yield Case(files, list(zip(LEADS, found["ECG"][0, 0]["data"])), 400)
        files, found = save("cells", {"signal": cells})
        for index, cell in enumerate(found["signal"].flat):
            yield Case(files, unnamed(cell), 500, {**GIVEN, "recording": index + 1})
        files, found = save("first-side", {"x": many})
        for index in range(3):
            yield Case(files, unnamed(found["x"][index]), 500, {**GIVEN, "recording": index + 1})
        files, found = save("last-side", {"x": np.moveaxis(many, 0, 2)})
        for index in range(3):
            options = {**GIVEN, "recording": index + 1}
            yield Case(files, unnamed(found["x"][:, :, index]), 500, options)
        files, found = save("named", {**named, "Fs": 400.0})
        leads = [(name, found[name].ravel()) for name in named]
        yield Case(files, leads, 400, {"rate": 400, "units": 1})


def cases(folders):
    random = np.random.default_rng(8)
    yield from matrices(folders.made, random)
    yield from nested(folders.made, random)
    for path in folders.find(".mat"):
        found = {k: v for k, v in scipy.io.loadmat(path).items() if not k.startswith("__")}
        if "R_peak" in found:  # no signal: the beats of one
            continue
        if "fs" in found:
            names = [name.item().strip() for name in found["leads"].ravel()]
            samples = found["ecg"] / PER_MILLIVOLT[found["units"].item()]
            yield Case([path], list(zip(names, samples)), float(found["fs"].item()))
        else:
            samples = by_length(next(iter(found.values()))) / 1000
            yield Case([path], unnamed(samples), 500, {"rate": 500, "units": 1000})
