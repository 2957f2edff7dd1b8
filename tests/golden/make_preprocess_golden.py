#!/usr/bin/python3
"""Writes tests/golden/preprocess/: what the presets make of synthetic ECGs, by SciPy 1.10.

    /usr/bin/python3 tests/golden/make_preprocess_golden.py

cases.txt, a line a case: name, preset, rate in mHz, samples, leads, mains, damage, windows.
NAME.npy: float64 [windows * leads, len(KEPT)], the model input at the sample indices KEPT.
signal_*.npy: outputs of single steps, for the tests of preprocess/signal/.
The inputs are not stored: synthetic_ecg.py and tests/support/synthetic_ecg.cpp make the same bits.
"""
import pathlib
import sys

import numpy as np
import scipy
from scipy import signal

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from synthetic_ecg import synthetic_ecg  # noqa: E402

OUT = pathlib.Path(__file__).parent / "preprocess"
KEPT = np.r_[0:50, 50:4950:23, 4950:5000]


def save(name, values):
    np.save(OUT / f"{name}.npy", np.ascontiguousarray(values))


def z_score(x):
    return (x - np.mean(x)) / (np.std(x) + 1e-8)


def founder(x):
    b, a = signal.iirnotch(50, 30, 500)
    x = signal.filtfilt(b, a, x)
    b, a = signal.butter(4, [0.67, 40], "bandpass", fs=500)
    x = signal.filtfilt(b, a, x)
    return z_score(np.array([lead - signal.medfilt(lead, 201) for lead in x]))


def paper(x, mains):
    for b, a in (signal.butter(2, 0.5, "highpass", fs=500), signal.butter(2, 50, "lowpass", fs=500),
                 signal.iirnotch(mains, 30, 500)):
        x = signal.filtfilt(b, a, x)
    return z_score(x)


def linear(x, to):
    old, new = np.linspace(0, 1, x.shape[1]), np.linspace(0, 1, to)
    return np.array([np.interp(new, old, lead) for lead in x])


def at_500(n, rate):
    return 5000 if 0 < 10 * rate - n < 1 else round(n * 500 / rate)


def windows_of(length, window):
    if length <= window:
        return [0]
    starts = list(range(0, length - window + 1, window))
    return starts if starts[-1] == length - window else starts + [length - window]


def model_input(x, preset, rate, mains):
    """Windows of model input, [windows, leads, 5000]."""
    x = np.nan_to_num(x.astype(np.float64), nan=0.0)
    to = at_500(x.shape[1], rate)
    if preset == "ptbxl-eval":
        window = round(10 * rate)
        cuts = [x[:, s:s + window] for s in windows_of(x.shape[1], window)]
        done = [linear(z_score(c), min(5000, to)) for c in cuts]
    else:
        if to != x.shape[1]:
            x = signal.resample(x, to, axis=1) if preset == "founder" else linear(x, to)
        cuts = [x[:, s:s + 5000] for s in windows_of(to, 5000)]
        done = [founder(c) if preset == "founder" else paper(c, mains) for c in cuts]
    return np.array([np.pad(d, ((0, 0), (0, 5000 - d.shape[1]))) for d in done])


def cases():
    """name, preset, rate (mHz), seconds, leads, mains, damage"""
    for rate in (100000, 128000, 250000, 257000, 300000, 360000, 500000, 512500, 513625, 599880,
                 1000000):
        yield f"founder_{rate}", "founder", rate, 10, 12, 50, "none"
        yield f"paper_{rate}", "paper", rate, 10, 1, 50, "none"
        yield f"ptbxl_{rate}", "ptbxl-eval", rate, 10, 1, 50, "none"
    for preset in ("founder", "paper", "ptbxl-eval"):
        leads = 12 if preset == "founder" else 1
        for seconds in (2.5, 4.2, 12, 25):
            yield f"{preset}_{seconds}s", preset, 500000, seconds, leads, 50, "none"
        yield f"{preset}_250Hz_4.2s", preset, 250000, 4.2, 1, 50, "none"
        yield f"{preset}_360Hz_25s", preset, 360000, 25, 1, 50, "none"
        yield f"{preset}_12", preset, 500000, 10, 12, 50, "flat-lead"
        yield f"{preset}_12_short", preset, 400000, 5, 12, 50, "scattered"
        for damage in ("scattered", "gap", "all-flat"):
            yield f"{preset}_{damage}", preset, 500000, 10, 1, 50, damage
    yield "founder_scattered_12", "founder", 500000, 10, 12, 50, "scattered"
    yield "founder_gap_12", "founder", 500000, 10, 12, 50, "gap"
    yield "founder_1_lead", "founder", 500000, 10, 1, 50, "none"
    yield "paper_60Hz", "paper", 500000, 10, 1, 60, "none"


def write_cases():
    lines = []
    for name, preset, rate, seconds, leads, mains, damage in cases():
        n = int(seconds * rate / 1000)
        x = synthetic_ecg(len(lines) + 1, rate, n, leads, damage)
        y = model_input(x, preset, rate / 1000, mains)
        save(name, y[:, :, KEPT].reshape(-1, len(KEPT)))
        lines.append(f"{name} {preset} {rate} {n} {leads} {mains} {damage} {len(y)}")
    (OUT / "cases.txt").write_text("\n".join(lines) + "\n")


def write_steps():
    x = synthetic_ecg(99, 500000, 1200, 1)[0].astype(np.float64)
    b, a = signal.butter(4, [0.67, 40], "bandpass", fs=500)
    save("signal_bandpass", signal.filtfilt(b, a, x))
    save("signal_notch", signal.filtfilt(*signal.iirnotch(50, 30, 500), x))
    save("signal_medfilt", signal.medfilt(x, 201))
    for to in (600, 601, 997, 1199, 1200, 1201, 1237, 2400):
        save(f"signal_resample_{to}", signal.resample(x, to))
    save("signal_resample_odd_1009", signal.resample(x[:1199], 1009))
    save("signal_resample_odd_1300", signal.resample(x[:1199], 1300))
    full = synthetic_ecg(98, 500000, 5000, 12).astype(np.float64)
    save("signal_founder", founder(full)[:, KEPT])
    save("signal_founder_mean_std",
         np.array([founder(full).mean(axis=1), founder(full).std(axis=1)]))


assert scipy.__version__.startswith("1.10."), scipy.__version__
OUT.mkdir(exist_ok=True)
for old in OUT.glob("*.npy"):
    old.unlink()
write_cases()
write_steps()
print(sum(f.stat().st_size for f in OUT.iterdir()), "bytes")
