"""What a simple beat detector measures on model input: targets that every recording has, labelled or not.

The network learns them beside its labels (and they are cut off afterwards), because heart rate, axis
and QRS width are what many of the labels are defined by.
"""
import numpy as np

RATE = 500
I, AVF = 0, 5


def features(window: np.ndarray) -> np.ndarray:
    """[leads, 5000] -> log heart rate, log RR irregularity, then for 12 leads log QRS width, cosine and
    sine of the frontal axis, and each lead's net QRS area. NaN where fewer than three beats are found."""
    window = window.astype("float32")
    out = np.full(2 if len(window) == 1 else 17, np.nan, "float32")
    steepness = smooth(np.abs(np.gradient(window, axis=-1)).sum(0), 40)
    peaks = detect(steepness)
    if len(peaks) < 3:
        return out
    rr = np.diff(peaks) / RATE
    out[0] = np.log(60 / np.median(rr))
    out[1] = np.log(0.01 + np.median(np.abs(np.diff(rr))) / np.median(rr)) if len(rr) > 1 else np.nan
    if len(window) == 1:
        return out
    inside = peaks[(peaks > 150) & (peaks < window.shape[1] - 150)]
    if len(inside) < 2:
        return out
    beat = np.median([window[:, p - 150:p + 150] for p in inside], axis=0)
    beat -= np.median(beat[:, 60:100], axis=1, keepdims=True)
    steep = smooth(np.sqrt((np.gradient(beat, axis=-1) ** 2).sum(0)), 5)
    fast = np.flatnonzero(steep[90:220] > 0.15 * steep[110:190].max())
    out[2] = np.log((fast[-1] - fast[0] + 1) / RATE)
    area = beat[:, 115:185].sum(-1) / (np.abs(beat[:, 115:185]).sum(-1).mean() + 1e-6)
    angle = np.arctan2(area[AVF] * 2 / np.sqrt(3), area[I])
    out[3:5] = np.cos(angle), np.sin(angle)
    out[5:17] = area
    return out


def detect(steepness):
    """Peaks above a third of their usual height, at least 250 ms apart."""
    candidates = np.flatnonzero((steepness[1:-1] >= steepness[:-2]) & (steepness[1:-1] > steepness[2:])) + 1
    tall = np.percentile([steepness[k:k + RATE].max() for k in range(0, len(steepness) - RATE + 1, RATE // 2)], 50)
    peaks = []
    for p in candidates[np.argsort(-steepness[candidates])]:
        if steepness[p] < tall / 3:
            break
        if all(abs(p - q) > RATE // 4 for q in peaks):
            peaks.append(p)
    return np.array(sorted(peaks), int)


def smooth(x, width):
    return np.convolve(x, np.ones(width) / width, "same")
