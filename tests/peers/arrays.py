"""Side by side with NumPy and SciPy: python3 tests/peers/arrays.py PRINT_ARRAYS [CORPUS]

Writes arrays of every type, order and layout with numpy.save, numpy.savez and scipy.io.savemat,
reads them with the program print_arrays, and compares every sample; then reads the corpus with both.
Needs python3-numpy and python3-scipy.
"""

import glob
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import scipy.io

PROGRAM = sys.argv[1]
CORPUS = sys.argv[2] if len(sys.argv) > 2 else None
checked = failed = 0


def read(path, **options):
    arguments = [f"{key}={value}" for key, value in options.items()]
    out = subprocess.run([PROGRAM, path, *arguments], capture_output=True, text=True)
    if out.returncode:
        return {"error": out.stderr[:300]}
    return json.loads(out.stdout)


def compare(what, path, expected, **options):
    """`expected`: [leads, samples], in mV."""
    global checked, failed
    checked += 1
    options.setdefault("samplingRate", 500)
    options.setdefault("unitsPerMillivolt", 1)
    found = read(path, **options)
    expected = np.atleast_2d(np.asarray(expected, dtype=np.float64)).astype(np.float32)
    if "error" in found:
        failed += 1
        return print("FAILED", what, found["error"])
    samples = np.array(found["samples"], dtype=np.float32).reshape(len(found["leads"]), -1)
    if samples.shape != expected.shape or not np.array_equal(samples, expected, equal_nan=True):
        failed += 1
        print("FAILED", what, samples.shape, expected.shape)


def signals(kind, shape, random):
    if kind in "iu":
        low, high = (-100, 100) if kind == "i" else (0, 200)
        return random.integers(low, high, shape)
    return random.normal(0, 1, shape)


def numpy_files(folder, random):
    path = os.path.join(folder, "x.npy")
    for order in "<>":
        for kind, sizes in (("f", (2, 4, 8)), ("i", (1, 2, 4, 8)), ("u", (1, 2, 4, 8))):
            for size in sizes:
                for shape in ((300,), (12, 300), (300, 12), (1, 12, 300), (300, 1)):
                    for layout in "CF":
                        array = signals(kind, shape, random).astype(f"{order}{kind}{size}")
                        array = np.array(array, order=layout)
                        np.save(path, array)
                        flat = array.reshape(-1, 300) if shape[-1] == 300 else array.T
                        compare(f"npy {array.dtype} {shape} {layout}", path, flat)
    for version in ((1, 0), (2, 0), (3, 0)):
        array = signals("f", (8, 250), random)
        with open(path, "wb") as file:
            np.lib.format.write_array(file, array, version)
        compare(f"npy version {version}", path, array)
    many = signals("f", (5, 12, 300), random)
    np.save(path, many)
    for index in range(5):
        compare("npy of several", path, many[index], recording=index + 1)
    path = os.path.join(folder, "x.npz")
    for save in (np.savez, np.savez_compressed):
        ecg = np.round(signals("f", (12, 2000), random), 2)
        save(path, ecg=ecg, fs=250, units=np.array("mV"), leads=np.array([f"V{i}" for i in range(12)]),
             rpeaks=np.arange(3, 900, 9))
        compare(f"npz by {save.__name__}", path, ecg, samplingRate=250)
        found = read(path)
        assert found["samplingRate"] == 250 and found["leads"][3] == "V3", found["leads"]


def matlab_files(folder, random):
    path = os.path.join(folder, "x.mat")
    kinds = [f"{k}{s}" for k, sizes in (("f", (4, 8)), ("i", (1, 2, 4, 8)), ("u", (1, 2, 4, 8)))
             for s in sizes]
    for form, compressed in (("4", False), ("5", False), ("5", True)):
        for kind in kinds:
            if form == "4" and kind not in ("f4", "f8", "i2", "i4", "u1", "u2"):
                continue
            for shape in ((12, 300), (300, 12), (1, 300), (300, 1)):
                array = signals(kind[0], shape, random).astype(kind)
                scipy.io.savemat(path, {"val": array}, format=form, do_compression=compressed)
                compare(f"mat {form} {kind} {shape}", path, array if shape[1] == 300 else array.T)
    for compressed in (False, True):
        ecg = signals("f", (12, 400), random)
        struct = {"data": ecg, "fs": 400, "sex": "Male", "age": 50, "units": "mV",
                  "leads": np.array(["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4",
                                     "V5", "V6"], dtype=object)}
        scipy.io.savemat(path, {"ECG": struct, "note": "text"}, do_compression=compressed)
        compare("mat struct", path, ecg, samplingRate=400)
        assert read(path)["leads"][4] == "aVL"
        cell = np.empty(2, dtype=object)
        cell[0], cell[1] = ecg, ecg[:, :300] + 1
        scipy.io.savemat(path, {"signal": cell}, do_compression=compressed)
        compare("mat cell", path, ecg)
        compare("mat cell", path, ecg[:, :300] + 1, recording=2)
        many = signals("f", (3, 12, 300), random)
        scipy.io.savemat(path, {"x": many}, do_compression=compressed)
        compare("mat of several", path, many[1], recording=2)
        scipy.io.savemat(path, {"x": np.moveaxis(many, 0, 2)}, do_compression=compressed)
        compare("mat of several, the last side", path, many[1], recording=2)
        leads = {f"V{i}": ecg[i] for i in range(1, 7)}
        scipy.io.savemat(path, {**leads, "Fs": 400.0}, do_compression=compressed)
        compare("mat of named leads", path, ecg[1:7], samplingRate=400)


def json_files(folder, random):
    path = os.path.join(folder, "x.json")
    ecg = np.round(signals("f", (3, 300), random), 4)
    ecg[1, 7] = np.nan
    names = ["I", "II", "V1"]
    by_name = dict(zip(names, ecg.tolist()))
    listed = [{"name": n, "samples": s} for n, s in by_name.items()]
    for what, document in {
        "rows": ecg.tolist(),
        "columns": ecg.T.tolist(),
        "named": by_name,
        "nested": {"signal": {"leads": by_name, "sampleRate": 500}},
        "listed": {"leads": listed},
        "object": {"fs": 500, "unit": "mV", "leads": names, "data": ecg.tolist()},
        "objects": {"leads": {n: {"samples": s, "unit": "mV"} for n, s in by_name.items()}},
    }.items():
        with open(path, "w") as file:
            json.dump(document, file, indent=1)
        compare(f"json {what}", path, ecg)


def corpus():
    for path in sorted(glob.glob(f"{CORPUS}/**/*.mat", recursive=True)):
        name = os.path.basename(path)
        variables = {k: v for k, v in scipy.io.loadmat(path).items() if not k.startswith("__")}
        array = next(iter(variables.values()))
        if "R_peak" in variables:
            assert read(path)["code"] == "no-signal", path
            continue
        compare(name, path, array if array.shape[0] <= array.shape[1] else array.T)
    for path in sorted(glob.glob(f"{CORPUS}/**/*.np[yz]", recursive=True)):
        array = np.load(path)
        rate = 500
        if path.endswith("z"):
            rate, array = array["fs"], array["x"]
        compare(os.path.basename(path), path, array.T, samplingRate=float(np.squeeze(rate)))


def main():
    random = np.random.default_rng(7)
    with tempfile.TemporaryDirectory() as folder:
        numpy_files(folder, random)
        matlab_files(folder, random)
        json_files(folder, random)
    if CORPUS:
        corpus()
    print(f"{checked} files compared, {failed} differ")
    sys.exit(failed > 0)


main()
