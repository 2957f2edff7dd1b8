"""Recordings to model input by our own command line, and back as arrays."""
import pathlib
import subprocess

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = ["node", str(ROOT / "dist" / "src" / "cli" / "main.js")]


def ecgfounder(*args):
    return subprocess.run([*COMMAND, *map(str, args)], check=True, stdout=subprocess.PIPE, text=True).stdout


def prepare(folder: pathlib.Path, names, out: pathlib.Path, leads: int) -> None:
    """`ecgfounder preprocess` with the `founder` preset on every recording that `out` does not have."""
    missing = [folder / f"{name}.hea" for name in names if not (out / f"{name}.npy").exists()]
    for start in range(0, len(missing), 200):
        ecgfounder("preprocess", "--preset", "founder", "--model-leads", leads, "--json",
                   "--out-dir", out, *missing[start:start + 200])


def load(out: pathlib.Path, names):
    """float16 [windows, leads, 5000] of all recordings, and each window's recording."""
    windows = [np.load(out / f"{name}.npy").astype("float16") for name in names]
    owner = np.repeat(np.arange(len(names)), [len(w) for w in windows])
    return np.concatenate(windows), owner
