"""The two training sets, as model input prepared by our command line."""
import pathlib
from dataclasses import dataclass

import numpy as np

import beat_features
import databases
from fit import Data
from prepare import load, prepare

LABELS_12 = list(databases.SNOMED.values()) + list(databases.SCP.values())
LABELS_1 = list(databases.CINC2017.values()) + ["SINUS BRADYCARDIA", "SINUS TACHYCARDIA", "SINUS RHYTHM"]
MONITORED = (0, 1, 6, 7, 8, 9, 10, 11)  # I, II, V1 to V6: where a single lead is worn
BLOCKS = 5


@dataclass
class Part:
    """The windows of a database; window w is of recording `recording[w]`. A `validated` part is cut
    into blocks of neighbouring recordings (they may be of one patient) for cross-validation."""
    database: databases.Database
    data: Data
    recording: np.ndarray
    validated: bool

    def block_of(self, recordings):
        return recordings * BLOCKS // len(self.database.names)

    def without(self, block):
        if block is None or not self.validated:
            return self.data
        return self.data.take(np.flatnonzero(self.block_of(self.recording) != block))


@dataclass
class TrainingSet:
    leads: int
    labels: list
    parts: list

    def without(self, block):
        """What trains the network that is validated on `block`; all of it for None."""
        chosen = [part.without(block) for part in self.parts]
        for number, data in enumerate(chosen):  # owners of different parts are different owners
            data.owner = data.owner + number * 10**6
        fields = ("windows", "labels", "beats", "marks", "owner")
        return Data(*(np.concatenate([getattr(data, name) for data in chosen]) for name in fields), self.labels)


def training_set(leads, source: pathlib.Path, work: pathlib.Path) -> TrainingSet:
    ptbxl = databases.ptbxl(source, work / "ptbxl")
    if leads == 12:
        unlabelled = databases.cinc2011(source, work / "cinc2011")  # only the beat features are learned
        hand_held = lifted(databases.cinc2017(source, work / "cinc2017"), work)
        holter = lifted(databases.mitdb(source, work / "mitdb"), work)
        parts = [part(ptbxl, LABELS_12, work), part(unlabelled, LABELS_12, work, validated=False), hand_held, holter]
        return TrainingSet(12, LABELS_12, parts)
    cinc = part(databases.cinc2017(source, work / "cinc2017"), LABELS_1, work)
    holter = part(databases.mitdb(source, work / "mitdb"), LABELS_1, work, validated=False)
    holter.data.owner = holter.recording // 4  # one 30 s piece of each two minutes is drawn
    return TrainingSet(1, LABELS_1, [cinc, lead_by_lead(part(ptbxl, LABELS_1, work), work), holter])


def part(database, labels, work, validated=True):
    leads = 1 if database.single_lead else 12
    out = work / "input" / database.folder.name
    prepare(database.folder, database.names, out, leads)
    windows, recording = load(out, database.names)
    data = Data(windows, known(database, labels)[recording], *beats(windows, out.with_suffix(".beats.npz")), recording, labels)
    return Part(database, data, recording, validated)


def lead_by_lead(whole, work):
    """Each lead that could be the only one. The z-score of one lead alone makes it what `ecgfounder
    preprocess --model-leads 1` gives: the filters work lead by lead."""
    windows = whole.data.windows[:, MONITORED]
    windows = windows.reshape(-1, 1, windows.shape[-1]).astype("float32")
    windows = (windows - windows.mean(-1, keepdims=True)) / (windows.std(-1, keepdims=True) + 1e-8)
    labels = whole.data.labels.copy()
    labels[labels[:, LABELS_1.index("ATRIAL FIBRILLATION")] == 1, LABELS_1.index("NORMAL SINUS RHYTHM")] = 0
    recording = np.repeat(whole.recording, len(MONITORED))
    measured = beats(windows, work / "input" / "ptbxl.leads.beats.npz")
    data = Data(windows.astype("float16"), np.repeat(labels, len(MONITORED), 0), *measured, recording, LABELS_1)
    return Part(whole.database, data, recording, True)


def lifted(database, work):
    """Single leads as twelve, for what they know of rhythm: each lead is a multiple of the one that was
    recorded, the limb leads those of one frontal vector. Atrial fibrillation is rare in PTB-XL."""
    one = part(database, LABELS_12, work, validated=False)
    rows = one.recording
    if "NORMAL SINUS RHYTHM" in database.labels:
        given = known(database, ["ATRIAL FIBRILLATION", "NORMAL SINUS RHYTHM"])[rows]
        rate = np.exp(one.data.beats[:, 0])
        normal = given[:, 1] == 1
        for label, value in (("SINUS RHYTHM", given[:, 1] == 1), ("SINUS BRADYCARDIA", normal & (rate < 50)), ("SINUS TACHYCARDIA", normal & (rate > 103))):
            one.data.labels[:, LABELS_12.index(label)] = np.where(normal | (given[:, 0] == 1), value, np.nan)
        one.data.labels[normal & (rate < 55), 0] = one.data.labels[normal & (rate > 100), 0] = np.nan
    rng = np.random.default_rng(len(rows))
    angle = rng.normal(0.8, 0.6, len(rows))
    size = rng.uniform(0.5, 1.3, len(rows))
    lead_one, lead_two = size * np.cos(angle), size * np.cos(angle - np.pi / 3)
    limbs = [lead_one, lead_two, lead_two - lead_one, -(lead_one + lead_two) / 2, lead_one - lead_two / 2, lead_two - lead_one / 2]
    gains = np.concatenate([np.stack(limbs, 1), rng.normal(0, 0.9, (len(rows), 6))], 1)
    windows = (one.data.windows * gains[:, :, None].astype("float16"))
    beats = np.full((len(rows), len(beat_features.TWELVE_LEADS)), np.nan, "float32")
    beats[:, :2] = one.data.beats
    fibrillating = one.data.labels[:, LABELS_12.index("ATRIAL FIBRILLATION")]
    owner = np.where(fibrillating == 1, rows // 2, 10**5 + rows // 8)
    readable = np.flatnonzero((fibrillating == 1) | (fibrillating == 0) & (np.arange(len(rows)) % 3 == 0))  # enough of them
    return Part(database, Data(windows, one.data.labels, beats, one.data.marks, owner, LABELS_12).take(readable), rows[readable], False)


def known(database, labels):
    """[recordings, labels] 1, 0 or NaN for unknown."""
    values = np.full((len(database.names), len(labels)), np.nan, "float32")
    for column, label in enumerate(labels):
        if label in database.labels:
            given = np.array(database.values)[:, database.labels.index(label)].astype("float32")
            values[:, column] = np.where(given < 0, np.nan, given)
    return values


def beats(windows, cache):
    """The beat features and marks of each window, kept in a file: they take a while."""
    if not cache.exists():
        values, marks = zip(*(beat_features.measure(window) for window in windows))
        np.savez(cache, values=np.stack(values), marks=np.stack(marks))
    kept = np.load(cache)
    return kept["values"], kept["marks"]
