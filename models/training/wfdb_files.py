"""Recordings as WFDB files, so that our own command line reads and prepares them."""
import pathlib

import numpy as np

LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]


def write(folder: pathlib.Path, name: str, samples: np.ndarray, rate: float, gain: float, leads: list) -> None:
    """Writes int16 `samples` [leads, length] at `gain` units per mV as `name`.hea and `name`.dat."""
    folder.mkdir(parents=True, exist_ok=True)
    samples.astype("<i2").T.tofile(folder / f"{name}.dat")
    lines = [f"{name} {len(leads)} {rate:g} {samples.shape[1]}"]
    lines += [f"{name}.dat 16 {gain:g}/mV 16 0 {row[0]} 0 0 {lead}" for lead, row in zip(leads, samples)]
    (folder / f"{name}.hea").write_text("\n".join(lines) + "\n")


def read(folder: pathlib.Path, name: str) -> np.ndarray:
    """The int16 samples [leads, length] of what `write` wrote."""
    leads = int((folder / f"{name}.hea").read_text().split()[1])
    return np.fromfile(folder / f"{name}.dat", "<i2").reshape(-1, leads).T
