"""The open databases, as recordings and label tables: see the README beside them for their licences.

A label is 1, 0, or -1 for unknown. Names are ECGFounder's own.
"""
import ast
import csv
import pathlib
import tarfile
from dataclasses import dataclass, field

import numpy as np

import wfdb_files

SNOMED = {
    "426783006": "SINUS RHYTHM",
    "426177001": "SINUS BRADYCARDIA",
    "427084000": "SINUS TACHYCARDIA",
    "427393009": "WITH SINUS ARRHYTHMIA",
    "164889003": "ATRIAL FIBRILLATION",
    "164890007": "ATRIAL FLUTTER",
    "284470004": "PREMATURE ATRIAL COMPLEXES",
    "713427006": "RIGHT BUNDLE BRANCH BLOCK",
    "713426002": "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK",
    "164909002": "LEFT BUNDLE BRANCH BLOCK",
    "445118002": "LEFT ANTERIOR FASCICULAR BLOCK",
    "270492004": "WITH 1ST DEGREE AV BLOCK",
    "698252002": "NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY",
    "39732003": "LEFT AXIS DEVIATION",
    "47665007": "RIGHT AXIS DEVIATION",
    "164934002": "NONSPECIFIC T WAVE ABNORMALITY",
    "251146004": "LOW VOLTAGE QRS",
    "10370003": "ELECTRONIC VENTRICULAR PACEMAKER",
}
SCP = {
    "NORM": "NORMAL ECG",
    "PVC": "PREMATURE VENTRICULAR COMPLEXES",
    "LVH": "LEFT VENTRICULAR HYPERTROPHY",
    "IMI": "INFERIOR INFARCT",
    "ASMI": "ANTEROSEPTAL INFARCT",
}
LUDB = {
    "Rhythm: Sinus rhythm": "SINUS RHYTHM",
    "Rhythm: Sinus bradycardia": "SINUS BRADYCARDIA",
    "Rhythm: Sinus tachycardia": "SINUS TACHYCARDIA",
    "Rhythm: Sinus arrhythmia": "WITH SINUS ARRHYTHMIA",
    "Rhythm: Atrial fibrillation": "ATRIAL FIBRILLATION",
    "Rhythm: Atrial flutter": "ATRIAL FLUTTER",
    "Complete right bundle branch block": "RIGHT BUNDLE BRANCH BLOCK",
    "Incomplete right bundle branch block": "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK",
    "Complete left bundle branch block": "LEFT BUNDLE BRANCH BLOCK",
    "Left anterior hemiblock": "LEFT ANTERIOR FASCICULAR BLOCK",
    "I degree AV block": "WITH 1ST DEGREE AV BLOCK",
    "Electric axis of the heart: left axis deviation": "LEFT AXIS DEVIATION",
    "Electric axis of the heart: right axis deviation": "RIGHT AXIS DEVIATION",
    "Non-specific intravintricular conduction delay": "NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY",
    "Ventricular extrasystole": "PREMATURE VENTRICULAR COMPLEXES",
    "Atrial extrasystole": "PREMATURE ATRIAL COMPLEXES",
}
CINC2017 = {"A": "ATRIAL FIBRILLATION", "N": "NORMAL SINUS RHYTHM", "O": "OTHER RHYTHM", "~": "TOO NOISY TO READ"}


@dataclass
class Database:
    """Recordings `names` under `folder`, and for each a row of `values` (1, 0, -1) by `labels`."""
    folder: pathlib.Path
    labels: list
    names: list = field(default_factory=list)
    values: list = field(default_factory=list)
    single_lead: bool = False

    def add(self, name, known):
        self.names.append(name)
        self.values.append([known.get(label, -1) for label in self.labels])

    def write_labels(self, path, rows=None, labels=None):
        """The table that `ecgfounder evaluate --labels` reads."""
        rows = range(len(self.names)) if rows is None else rows
        columns = [self.labels.index(label) for label in labels or self.labels]
        with open(path, "w", newline="") as out:
            table = csv.writer(out, lineterminator="\n")
            table.writerow(["recording"] + [self.labels[c] for c in columns])
            for r in rows:
                cells = [self.values[r][c] for c in columns]
                table.writerow([self.names[r]] + ["" if v < 0 else v for v in cells])


def undelta(delta):
    return np.cumsum(delta.astype("int64"), axis=-1).astype("int16")


def sinus(known):
    """Bradycardia, tachycardia and arrhythmia of the sinus node are sinus rhythms, though the
    annotator wrote only the one name: whether the plain name holds is then unknown."""
    others = ("SINUS BRADYCARDIA", "SINUS TACHYCARDIA", "WITH SINUS ARRHYTHMIA")
    if known.get("SINUS RHYTHM") == 0 and any(known.get(other) == 1 for other in others):
        known["SINUS RHYTHM"] = -1
    return known


def ptbxl(source: pathlib.Path, folder: pathlib.Path) -> Database:
    """PTB-XL ids 1 to 1600: 500 Hz where they are there, 100 Hz elsewhere."""
    slow = np.load(source / "ptbxl_100hz.npz")
    fast = np.load(source / "ptbxl500" / "ptbxl_00001-00500_500hz.npz")
    fast_row = {int(i): row for row, i in enumerate(fast["ecg_id"])}
    fast_samples, slow_samples = undelta(fast["delta"]), undelta(slow["delta"])
    rows = scp_rows(source / "ptbxl500")
    codes = {i: ast.literal_eval(row["scp_codes"]) for i, row in rows.items()}
    axes = {i: row["heart_axis"] for i, row in rows.items()}
    out = Database(folder, list(SNOMED.values()) + list(SCP.values()))
    for row, ecg_id in enumerate(slow["ecg_id"].tolist()):
        name = f"{ecg_id:05d}"
        if ecg_id in fast_row:
            wfdb_files.write(folder, name, fast_samples[fast_row[ecg_id]], 500, 1000, wfdb_files.LEADS)
        else:
            wfdb_files.write(folder, name, slow_samples[row], 100, 1000, wfdb_files.LEADS)
        known = {}
        if slow["has_label"][row]:
            known = {SNOMED[c]: int(slow["Y"][row, k]) for k, c in enumerate(slow["snomed"].tolist()) if c in SNOMED}
            known = stated(known, slow["Y"][row, slow["snomed"].tolist().index("164947007")], axes.get(ecg_id))
        if ecg_id in codes:
            known.update({label: int(code in codes[ecg_id]) for code, label in SCP.items()})
        out.add(name, sinus(known))
    return out


def scp_rows(folder):
    """The rows of ptbxl_database.csv that are there, by id."""
    out = {}
    for file in ("ptbxl_database.csv", "extra_scp_rows_501-1600.csv"):
        with open(folder / file, newline="") as rows:
            out.update({int(row["ecg_id"]): row for row in csv.DictReader(rows)})
    return out


def stated(known, prolonged_pr, axis):
    """What PTB-XL leaves open is unknown, not absent: most records have no statement of the axis (of
    those between -70 and -50 degrees about a third are called left axis deviation), and a prolonged PR is not always called
    a first-degree AV block."""
    left, right = known["LEFT AXIS DEVIATION"], known["RIGHT AXIS DEVIATION"]
    if not left and not right and not axis:
        known["LEFT AXIS DEVIATION"] = known["RIGHT AXIS DEVIATION"] = -1
    if prolonged_pr and not known["WITH 1ST DEGREE AV BLOCK"]:
        known["WITH 1ST DEGREE AV BLOCK"] = -1
    return known


def ludb(source: pathlib.Path, folder: pathlib.Path) -> Database:
    """LUDB as it is distributed; for checking only, never trained on."""
    with tarfile.open(source / "ludb-1.0.1.tar.xz") as archive:
        members = [m for m in archive.getmembers() if m.name.endswith((".hea", ".dat"))]
        for member in members:
            member.name = pathlib.PurePosixPath(member.name).name
        archive.extractall(folder, members)
    out = Database(folder, list(dict.fromkeys(LUDB.values())))
    for header in sorted(folder.glob("*.hea"), key=lambda path: int(path.stem)):
        comments = [line[1:].strip() for line in header.read_text().splitlines() if line.startswith("#")]
        known = {label: int(any(c.startswith(start) for c in comments)) for start, label in LUDB.items()}
        if not any(c.startswith("Electric axis") for c in comments):
            known["LEFT AXIS DEVIATION"] = known["RIGHT AXIS DEVIATION"] = -1
        out.add(header.stem, sinus(known))
    return out


def cinc2017(source: pathlib.Path, folder: pathlib.Path) -> Database:
    """CinC 2017, one hand-held lead. A noisy recording's rhythm is unknown."""
    z = np.load(source / "cinc2017_singlelead_300hz.npz")
    samples, offset = z["delta"], z["offset"]
    out = Database(folder, list(CINC2017.values()), single_lead=True)
    for row, (name, letter) in enumerate(zip(z["rec"].tolist(), z["label"].tolist())):
        signal = undelta(samples[offset[row]:offset[row + 1]])[None]
        wfdb_files.write(folder, name, signal, 300, 1000, ["I"])
        known = {label: int(letter == key) for key, label in CINC2017.items()}
        if letter == "~":
            known.update({CINC2017[key]: -1 for key in "ANO"})
        out.add(name, known)
    return out


def at_rate(database: Database, rows: list, rate: float, folder: pathlib.Path) -> Database:
    """Recordings of CinC 2017 (300 Hz) as a wearable of `rate` would have stored them."""
    out = Database(folder, database.labels, single_lead=True)
    for row in rows:
        samples = wfdb_files.read(database.folder, database.names[row])
        length = round(samples.shape[1] * rate / 300)
        spectrum = np.fft.rfft(samples)[:, :length // 2 + 1]
        resampled = np.fft.irfft(spectrum, length) * (length / samples.shape[1])
        wfdb_files.write(folder, database.names[row], resampled.round().clip(-32768, 32767).astype("int16"), rate, 1000, ["I"])
        out.names.append(database.names[row])
        out.values.append(database.values[row])
    return out


def mitdb(source: pathlib.Path, folder: pathlib.Path) -> Database:
    """MIT-BIH's first channel as 30 s pieces of one rhythm each: atrial fibrillation or not."""
    z = np.load(source / "mitdb_ds1_ch0_360hz.npz", allow_pickle=True)
    out = Database(folder, ["ATRIAL FIBRILLATION"], single_lead=True)
    for number in sorted({key[:3] for key in z.files}):
        signal = undelta(z[f"{number}_delta_ch0"])[None].astype("int32") - 1024
        rhythm = rhythms(z[f"{number}_ann_sample"], z[f"{number}_aux"], signal.shape[1])
        for start in range(0, signal.shape[1] - 10800 + 1, 10800):
            names = set(rhythm[start:start + 10800:90].tolist())
            if len(names) != 1 or "" in names:
                continue
            name = f"{number}_{start // 10800:02d}"
            piece = signal[:, start:start + 10800].astype("int16")
            wfdb_files.write(folder, name, piece, 360, 200, [str(z[f"{number}_lead"])])
            out.add(name, {"ATRIAL FIBRILLATION": int(names == {"(AFIB"})})
    return out


def rhythms(samples, aux, length):
    """The rhythm annotation that holds at each sample; empty before the first."""
    out = np.full(length, "", dtype="<U8")
    for sample, note in zip(samples.tolist(), aux.tolist()):
        if note.startswith("("):
            out[sample:] = note.rstrip("\0")
    return out


def cinc2011(source: pathlib.Path, folder: pathlib.Path) -> Database:
    """The recordings of CinC 2011 that experts called acceptable; they have no diagnoses."""
    z = np.load(source / "cinc2011_quality_12lead_500hz.npz")
    samples = undelta(z["delta"])
    out = Database(folder, [])
    for row, (name, verdict) in enumerate(zip(z["rec"].tolist(), z["label"].tolist())):
        if verdict == "acceptable":
            wfdb_files.write(folder, name, samples[row], 500, 200, z["leads"].tolist())
            out.add(name, {})
    return out
