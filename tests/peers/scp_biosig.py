#!/usr/bin/python3
"""Print what biosig reads of an SCP-ECG file, as JSON: rate (Hz), names, samples (mV, by lead).

Usage: /usr/bin/python3 scp_biosig.py FILE. Needs Debian's python3-biosig and biosig-tools. biosig (2.5.0) leaves
reference beats subtracted and bimodal compression as it is, and does not end on Huffman tables that
switch: compare only files that use none of them.
"""
import json
import re
import subprocess
import sys

import biosig


def main(path):
    # The header is JSON but for some of its numbers, and in the file's own encoding: pick out what
    # is needed.
    told = subprocess.run(["save2gdf", "-JSON", path], capture_output=True, check=True)
    header = told.stdout.decode("latin-1")
    samples = biosig.data(path)  # samples by leads, in the unit of each lead
    labels = re.findall(r'"Label"\s*:\s*"([^"]*)"', header)
    units = re.findall(r'"PhysicalUnit"\s*:\s*"([^"]*)"', header)
    if set(units) - {"uV"} or not units:
        sys.exit(f"{path}: biosig gives the units {sorted(set(units))} rather than uV")
    rate = float(re.search(r'"Samplingrate"\s*:\s*([0-9.eE+-]+)', header).group(1))
    leads = [[value / 1000 for value in lead] for lead in samples.T.tolist()]
    json.dump({"rate": rate, "names": labels[: len(leads)], "samples": leads}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
