"""The two training sets, as model input prepared by our command line."""
import pathlib
from dataclasses import dataclass

import numpy as np

import beat_features
import databases
from fit import Data
from prepare import load, prepare

LABELS_12 = list(databases.SNOMED.values()) + list(databases.SCP.values())
LABELS_1 = list(databases.CINC2017.values()) + ["SINUS BRADYCARDIA", "SINUS TACHYCARDIA"]
MONITORED = (0, 1, 6, 7, 8, 9, 10, 11)  # I, II, V1 to V6: where a single lead is worn


@dataclass
class TrainingSet:
    """`data` row by row belongs to recording `owner` of `database`, which is in cross-validation block
    `blocks[owner]`; rows of `extra` are never validated on and train every fold."""
    leads: int
    labels: list
    database: databases.Database
    blocks: np.ndarray
    data: Data
    extra: Data

    def rows(self, block):
        """What trains the network that is validated on `block`; None for the final one."""
        kept = self.data.take(np.flatnonzero(self.blocks[self.data.owner] != (-1 if block is None else block)))
        return join([kept, self.extra])


def twelve_lead(source: pathlib.Path, work: pathlib.Path, blocks: int) -> TrainingSet:
    ptbxl = databases.ptbxl(source, work / "ptbxl")
    windows, owner = prepared(ptbxl, work, 12)
    data = Data(windows, known(ptbxl, LABELS_12)[owner], beats(windows, work / "ptbxl.beats.npy"), owner, LABELS_12)
    return TrainingSet(12, LABELS_12, ptbxl, in_blocks(ptbxl, blocks), data, unlabelled(source, work))


def unlabelled(source, work):
    """The acceptable recordings of CinC 2011: only their beat features are learned."""
    cinc = databases.cinc2011(source, work / "cinc2011")
    windows, owner = prepared(cinc, work, 12)
    return Data(windows, known(cinc, LABELS_12)[owner], beats(windows, work / "cinc2011.beats.npy"), owner + 10**6, LABELS_12)


def single_lead(source: pathlib.Path, work: pathlib.Path, blocks: int) -> TrainingSet:
    cinc = databases.cinc2017(source, work / "cinc2017")
    windows, owner = prepared(cinc, work, 1)
    data = Data(windows, known(cinc, LABELS_1)[owner], beats(windows, work / "cinc2017.beats.npy"), owner, LABELS_1)
    extra = join([holter(source, work), clinical(source, work)])
    extra.owner += len(cinc.names)
    return TrainingSet(1, LABELS_1, cinc, in_blocks(cinc, blocks), data, extra)


def holter(source, work):
    mitdb = databases.mitdb(source, work / "mitdb")
    windows, owner = prepared(mitdb, work, 1)
    return Data(windows, known(mitdb, LABELS_1)[owner], beats(windows, work / "mitdb.beats.npy"), owner // 4, LABELS_1)


def clinical(source, work):
    """Each lead of PTB-XL that a single lead could be. The z-score of one lead alone makes it what
    `ecgfounder preprocess --model-leads 1` gives: the filters work lead by lead."""
    ptbxl = databases.ptbxl(source, work / "ptbxl")
    windows, owner = prepared(ptbxl, work, 12)
    leads = windows[:, MONITORED].reshape(-1, 1, windows.shape[-1]).astype("float32")
    leads = (leads - leads.mean(-1, keepdims=True)) / (leads.std(-1, keepdims=True) + 1e-8)
    labels = known(ptbxl, LABELS_1)
    labels[labels[:, LABELS_1.index("ATRIAL FIBRILLATION")] == 1, LABELS_1.index("NORMAL SINUS RHYTHM")] = 0
    repeated = np.repeat(owner, len(MONITORED))
    return Data(leads.astype("float16"), labels[repeated], beats(leads, work / "ptbxl.leads.beats.npy"),
                repeated + 10**6, LABELS_1)


def prepared(database, work, leads):
    out = work / "input" / database.folder.name
    prepare(database.folder, database.names, out, leads)
    return load(out, database.names)


def known(database, labels):
    """[recordings, labels] 1, 0 or NaN for unknown."""
    values = np.full((len(database.names), len(labels)), np.nan, "float32")
    for column, label in enumerate(labels):
        if label in database.labels:
            given = np.array(database.values)[:, database.labels.index(label)].astype("float32")
            values[:, column] = np.where(given < 0, np.nan, given)
    return values


def beats(windows, cache):
    """The beat features of each window, kept in a file: they take a while."""
    if not cache.exists():
        np.save(cache, np.stack([beat_features.features(window) for window in windows]))
    return np.load(cache)


def in_blocks(database, blocks):
    """Neighbouring recordings stay together: they may be of one patient."""
    return np.arange(len(database.names)) * blocks // len(database.names)


def join(parts):
    fields = ("windows", "labels", "beats", "owner")
    return Data(*(np.concatenate([getattr(part, name) for part in parts]) for name in fields), parts[0].names)
