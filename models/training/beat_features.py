"""What a simple beat detector measures on model input: targets that every recording has, labelled or not.

The network learns them beside its labels (and they are cut off afterwards), because heart rate, axis,
PR and QRS width are what many of the labels are defined by.
"""
from dataclasses import dataclass

import numpy as np

RATE = 500
BEFORE, AFTER = 200, 150  # samples of a beat around its peak
ONE_LEAD = ("rate", "irregularity")
TWELVE_LEADS = ONE_LEAD + ("qrs", "p peak", "p onset", "p size", "p share", "axis cos", "axis sin") + tuple(f"area {k}" for k in range(12))
I, II, AVF, V1 = 0, 1, 5, 6


def names(leads: int) -> tuple:
    return ONE_LEAD if leads == 1 else TWELVE_LEADS


@dataclass
class Wave:
    """Where the waves of a median beat are, in samples from its peak (negative before it)."""
    p_onset: int
    p_peak: int
    p_end: int
    qrs_onset: int
    qrs_end: int


MARKS = 48  # of a window: the five of Wave (NaN unknown), then its QRS peaks, then NaN


def measure(window: np.ndarray):
    """[leads, 5000] -> (one value a name, MARKS marks). The values are logarithms of the heart rate, of the
    RR irregularity, of QRS width, of the times from the P wave's peak and onset to the QRS onset, of the P
    wave's size, its share of all that is before the QRS; cosine and sine of the frontal axis, each lead's
    net QRS area. NaN where fewer than three beats are found."""
    window = window.astype("float32")
    values = np.full(len(names(len(window))), np.nan, "float32")
    marks = np.full(MARKS, np.nan, "float32")
    peaks = detect(smooth(np.abs(np.gradient(window, axis=-1)).sum(0), 40))[:MARKS - 5]
    if len(peaks) < 3:
        return values, marks
    marks[5:5 + len(peaks)] = peaks
    values[:2] = rhythm(peaks)
    inside = peaks[(peaks > BEFORE) & (peaks < window.shape[1] - AFTER)]
    if len(window) == 12 and len(inside) >= 2:
        beat = np.median([window[:, p - BEFORE:p + AFTER] for p in inside], axis=0)
        wave, size, share = find_waves(beat)
        marks[:5] = wave.p_onset, wave.p_peak, wave.p_end, wave.qrs_onset, wave.qrs_end
        values[2:] = shape(beat, wave, size, share)
    return values, marks


def rhythm(peaks):
    """Logarithms of heart rate and of the RR irregularity."""
    rr = np.diff(peaks) / RATE
    return np.log(60 / np.median(rr)), np.log(0.01 + np.median(np.abs(np.diff(rr))) / np.median(rr))


def find_waves(beat):
    """(Wave, size of the P wave, its share) of a median beat [12, BEFORE + AFTER]."""
    steep = smooth(np.sqrt((np.gradient(beat, axis=-1) ** 2).sum(0)), 5)
    fast = BEFORE - 60 + np.flatnonzero(steep[BEFORE - 60:BEFORE + 70] > 0.15 * steep[BEFORE - 40:BEFORE + 40].max())
    onset, end = int(fast[0]), int(fast[-1])
    start = max(0, onset - 160)
    before = ramp_removed(beat[[I, II, AVF, V1], start:onset - 8])
    size = sum(np.abs(lead - np.median(lead)) for lead in (smooth(lead, 9) for lead in before))
    peak = first = last = int(size.argmax())
    while first > 0 and size[first - 1] > 0.2 * size[peak]:
        first -= 1
    while last < len(size) - 1 and size[last + 1] > 0.2 * size[peak]:
        last += 1
    wave = Wave(*(int(k) - BEFORE for k in (start + first, start + peak, start + last, onset, end)))
    return wave, size[peak], size[first:last + 1].sum() / size.sum()


def shape(beat, wave, size, share):
    """Widths, P wave and axis of a median beat."""
    onset = wave.qrs_onset + BEFORE
    level = np.median(beat[:, onset - 30:onset - 5], axis=1, keepdims=True)
    qrs = (beat - level)[:, BEFORE - 35:BEFORE + 35]
    area = qrs.sum(-1) / (np.abs(qrs).sum(-1).mean() + 1e-6)
    angle = np.arctan2(area[AVF] * 2 / np.sqrt(3), area[I])
    times = np.array([wave.qrs_end - wave.qrs_onset + 1, wave.qrs_onset - wave.p_peak, wave.qrs_onset - wave.p_onset]) / RATE
    return np.concatenate([np.log(times), [np.log(size + 0.01), share], [np.cos(angle), np.sin(angle)], area])


def ramp_removed(leads):
    start, end = leads[:, :5].mean(1, keepdims=True), leads[:, -5:].mean(1, keepdims=True)
    return leads - start - np.linspace(0, 1, leads.shape[1]) * (end - start)


def detect(steepness):
    """Peaks above a third of their usual height, at least 250 ms apart."""
    candidates = np.flatnonzero((steepness[1:-1] >= steepness[:-2]) & (steepness[1:-1] > steepness[2:])) + 1
    usual = np.median([steepness[k:k + RATE].max() for k in range(0, len(steepness) - RATE + 1, RATE // 2)])
    peaks = []
    for p in candidates[np.argsort(-steepness[candidates])]:
        if steepness[p] < usual / 3:
            break
        if all(abs(p - q) > RATE // 4 for q in peaks):
            peaks.append(p)
    return np.array(sorted(peaks), int)


def smooth(x, width):
    return np.convolve(x, np.ones(width) / width, "same")
