"""HL7 aECG side by side with biosig and ElementTree:
python3 tests/peers/aecg_biosig.py PRINT CORPUS

PRINT is the program print_xml_ecg, CORPUS the folder of recordings. Every aECG file's sequence sets
are decoded anew with xml.etree and compared sample by sample; save2gdf (Debian's biosig-tools),
where it is installed, decodes those that it can, and Example.scp, which is the same ECG.
Example.dcm is that again, where python3-pydicom is installed.
"""

import glob
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

PRINT, CORPUS = sys.argv[1:3]
PER_MV = {"uV": 1000.0, "mV": 1.0, "V": 0.001, "nV": 1e6}
failed = 0


def single(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def ours(path, recording=1):
    out = subprocess.run([PRINT, path, str(recording)], capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"{path}: {out.stderr}")
    found = json.loads(out.stdout)
    return found["samplingRate"], {lead["name"]: lead["samples"] for lead in found["leads"]}


def report(what, expected, found, tolerance=0.0):
    global failed
    names = sorted(expected) == sorted(found)
    worst = max(
        (abs(single(a) - b) for n in expected for a, b in zip(expected[n], found.get(n, []))),
        default=0,
    )
    lengths = names and all(len(expected[n]) == len(found[n]) for n in expected)
    good = lengths and worst <= tolerance
    failed += not good
    count = sum(map(len, expected.values()))
    print("agrees" if good else "DIFFERS", what, f"{count} samples, worst {worst:.3g} mV")


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def by_elementtree(path):
    """Each sequence set in the document's order as {name: samples in mV}."""
    for found in ET.parse(path).iter():
        if local(found) != "sequenceSet":
            continue
        leads = {}
        for sequence in (e for e in found.iter() if local(e) == "sequence"):
            parts = {local(e): e for e in sequence.iter()}
            if "digits" not in parts:
                continue
            origin, scale = parts["origin"].attrib, parts["scale"].attrib
            code = parts["code"].get("code").replace("MDC_ECG_LEAD_", "")
            zero, step = float(origin["value"]), float(scale["value"])
            leads[code] = [
                (zero + step * int(digit)) / PER_MV[scale["unit"]]
                for digit in parts["digits"].text.split()
            ]
        yield leads


def by_biosig(path):
    """{label: samples in mV} as save2gdf writes them, in uV as text; None where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "out")
        run = ["save2gdf", "-f=ASCII", path, target + ".bin"]
        subprocess.run(run, capture_output=True, check=False)
        leads = {}
        for file in sorted(glob.glob(target + ".a*")):
            with open(file) as lines:
                values = [float(line) / 1000 for line in lines if line.strip()]
            leads[len(leads)] = values
        return leads or None


def by_pydicom(path):
    import pydicom

    group = pydicom.dcmread(path).WaveformSequence[0]
    count = group.NumberOfWaveformChannels
    raw = struct.unpack(f"<{len(group.WaveformData) // 2}h", group.WaveformData)
    leads = []
    for i, channel in enumerate(group.ChannelDefinitionSequence):
        scale = float(channel.ChannelSensitivity)
        scale *= float(channel.ChannelSensitivityCorrectionFactor)
        unit = channel.ChannelSensitivityUnitsSequence[0].CodeValue
        leads.append([scale * x / PER_MV[unit] for x in raw[i::count]])
    return leads


def main():
    for path in sorted(glob.glob(os.path.join(CORPUS, "hl7_aecg", "*", "*.xml"))):
        name = os.path.relpath(path, CORPUS)
        for number, leads in enumerate(by_elementtree(path), 1):
            report(f"{name} recording {number}, ElementTree", leads, ours(path, number)[1])
        peer = by_biosig(path) if shutil.which("save2gdf") else None
        if peer is None:
            print("skipped", name, "biosig cannot read it")
        else:
            found = dict(enumerate(ours(path)[1].values()))
            report(f"{name}, biosig", peer, found, 1e-6)
    def nearest(values):
        return min(example, key=lambda lead: sum(abs(a - b) for a, b in zip(lead, values)))

    example = list(ours(os.path.join(CORPUS, "hl7_aecg", "ecgtoolkit", "Example.xml"))[1].values())
    if shutil.which("save2gdf"):
        peer = by_biosig(os.path.join(CORPUS, "scp", "ecgtoolkit", "Example.scp")) or {}
        found = {i: nearest(values) for i, values in peer.items()}
        report("Example.scp, biosig", peer, found, 1e-6)
    try:
        path = os.path.join(CORPUS, "dicom", "ecgtoolkit", "Example.dcm")
        peer = dict(enumerate(by_pydicom(path)))
    except ImportError:
        return
    found = {i: nearest(values) for i, values in peer.items()}
    report("Example.dcm, pydicom", peer, found, 1e-6)


main()
sys.exit(failed > 0)
