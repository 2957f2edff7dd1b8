#!/usr/bin/python3
"""Our reader beside independent ones, sample by sample:

    /usr/bin/python3 tests/peers/compare.py PRINT OWN [CORPUS]

PRINT is tests/tools/print_recording.cpp as a program or, ending in .js, under Node; OWN holds the
files of tests/tools/write_recordings.cpp; CORPUS is the folder of real recordings. Prints a line
for each reader. Ends with 1 where any file differs or a reader has nothing to compare, with 77
where none is installed.

A sample may differ by half a step of float32, to which we round once, and by a picovolt, for the
order in which a reader adds and multiplies its doubles.
"""
import importlib
import json
import os
import subprocess
import sys
import tempfile

NOTHING_INSTALLED = 77
try:
    import numpy as np

    from case import Folders
except ImportError:
    print("NumPy is not installed, which the comparison itself needs")
    sys.exit(NOTHING_INSTALLED)

HALF_STEP, PICOVOLT = 2.0**-24, 1e-9  # of a sample; in mV
READERS = {
    "pydicom": "dicom_by_pydicom",
    "dcmtk": "dicom_by_dcmtk",
    "biosig": "many_by_biosig",
    "EDFlib": "edf_by_edflib",
    "ElementTree": "aecg_by_elementtree",
    "NumPy": "arrays_by_numpy",
    "SciPy": "arrays_by_scipy",
    "json": "arrays_by_json",
}


def installed():
    """{name: module}; a reader that is not there fails to load."""
    found = {}
    for name, module in READERS.items():
        try:
            found[name] = importlib.import_module(module)
        except (ImportError, OSError) as error:
            print(f"{name}: not installed ({error})")
    return found


def read_ours(program, cases, folder):
    """What our reader prints of each case, one after the other."""
    listed, printed = (os.path.join(folder, name) for name in ("cases", "recordings"))
    with open(listed, "w") as file:
        file.writelines("\t".join(case.arguments()) + "\n" for case in cases)
    command = ["node", program] if program.endswith(".js") else [program]
    with open(printed, "w") as out:
        subprocess.run([*command, "--each", listed], stdout=out, check=True)
    with open(printed) as lines:
        for line in lines:
            yield json.loads(line)


def difference(case, ours):
    """(largest difference in mV, what is wrong or "")."""
    if "error" in ours:
        return 0.0, ours["message"]
    if case.rate is not None and abs(ours["rate"] - case.rate) > 1e-9 * case.rate:
        return 0.0, f"{ours['rate']} Hz, not {case.rate}"
    if len(ours["leads"]) != len(case.leads):
        return 0.0, f"{len(ours['leads'])} leads, not {len(case.leads)}"
    worst = 0.0
    for lead, (name, expected) in zip(ours["leads"], case.leads):
        if name and name not in (lead["storedName"], lead["name"]):
            return worst, f"lead {lead['storedName']}, not {name}"
        samples = np.array(lead["samples"], dtype=np.float64)
        if samples.shape != expected.shape:
            return worst, f"{name}: {len(samples)} samples, not {len(expected)}"
        if not np.array_equal(np.isnan(samples), np.isnan(expected)):
            return worst, f"{name}: other samples are missing"
        gap = np.nan_to_num(np.abs(samples - expected))
        worst = max(worst, gap.max(initial=0))
        if (gap > HALF_STEP * np.abs(np.nan_to_num(expected)) + PICOVOLT).any():
            return worst, f"{lead['name']}: differs by {gap.max():.3g} mV"
    return worst, ""


def compare(reader, program, own, corpus):
    """Prints the reader's line and each disagreement; returns whether all is well."""
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as scratch:
        cases = list(reader.cases(Folders(own, corpus, made)))
        found = [difference(*pair) for pair in zip(cases, read_ours(program, cases, scratch))]
    for case, (_, wrong) in zip(cases, found):
        if wrong:
            print(f"  {case.what} {case.options or ''}: {wrong}")
    agree = sum(not wrong for _, wrong in found)
    worst = max((gap for gap, _ in found), default=0)
    samples = sum(len(lead) for case in cases for _, lead in case.leads)
    print(f"{reader.NAME} {reader.VERSION}: {agree} of {len(cases)} recordings agree, "
          f"{samples} samples, largest difference {worst:.2g} mV")
    return len(found) == len(cases) == agree > 0


def main(program, own, corpus=None):
    readers = installed()
    if not readers:
        return NOTHING_INSTALLED
    if not (corpus and os.path.isdir(corpus)):
        print("no corpus: only files made here are compared")
        corpus = None
    good = [compare(reader, program, own, corpus) for reader in readers.values()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
