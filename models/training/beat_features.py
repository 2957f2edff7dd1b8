"""What a simple beat detector measures on model input: targets that every recording has, labelled or not.

The network learns them beside its labels (and they are cut off afterwards), because heart rate, axis,
PR and QRS width are what many of the labels are defined by.
"""
import numpy as np

RATE = 500
BEFORE, AFTER = 200, 150  # samples of a beat around its peak
ONE_LEAD = ("rate", "irregularity")
TWELVE_LEADS = ONE_LEAD + ("qrs", "pr", "p", "axis cos", "axis sin") + tuple(f"area {k}" for k in range(12))
I, II, AVF, V1 = 0, 1, 5, 6


def names(leads: int) -> tuple:
    return ONE_LEAD if leads == 1 else TWELVE_LEADS


def features(window: np.ndarray) -> np.ndarray:
    """[leads, 5000] -> one value a name: logarithms of the heart rate, of the RR irregularity, of QRS
    width, of the time from the P peak to the QRS, of the P wave's size, cosine and sine of the frontal
    axis, each lead's net QRS area. NaN where fewer than three beats are found."""
    window = window.astype("float32")
    out = np.full(len(names(len(window))), np.nan, "float32")
    steepness = smooth(np.abs(np.gradient(window, axis=-1)).sum(0), 40)
    peaks = detect(steepness)
    if len(peaks) < 3:
        return out
    rr = np.diff(peaks) / RATE
    out[0] = np.log(60 / np.median(rr))
    out[1] = np.log(0.01 + np.median(np.abs(np.diff(rr))) / np.median(rr))
    inside = peaks[(peaks > BEFORE) & (peaks < window.shape[1] - AFTER)]
    if len(window) == 12 and len(inside) >= 2:
        out[2:] = shape(np.median([window[:, p - BEFORE:p + AFTER] for p in inside], axis=0))
    return out


def shape(beat):
    """QRS, P and axis of a median beat [12, BEFORE + AFTER]."""
    steep = smooth(np.sqrt((np.gradient(beat, axis=-1) ** 2).sum(0)), 5)
    fast = BEFORE - 60 + np.flatnonzero(steep[BEFORE - 60:BEFORE + 70] > 0.15 * steep[BEFORE - 40:BEFORE + 40].max())
    onset, end = fast[0], fast[-1]
    before = ramp_removed(beat[[I, II, AVF, V1], max(0, onset - 160):onset - 8])
    size = sum(np.abs(lead - np.median(lead)) for lead in (smooth(lead, 9) for lead in before))
    to_p = before.shape[1] - size.argmax() + 8
    level = np.median(beat[:, onset - 30:onset - 5], axis=1, keepdims=True)
    qrs = (beat - level)[:, BEFORE - 35:BEFORE + 35]
    area = qrs.sum(-1) / (np.abs(qrs).sum(-1).mean() + 1e-6)
    angle = np.arctan2(area[AVF] * 2 / np.sqrt(3), area[I])
    return np.concatenate([np.log([(end - onset + 1) / RATE, to_p / RATE, size.max() + 0.01]),
                           [np.cos(angle), np.sin(angle)], area])


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
