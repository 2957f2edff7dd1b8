"""Augmentation whose labels follow from what was done: another heart rate, PR interval or axis.

`beats` holds the features of beat_features.py, `marks` where the beats are, `labels` those of `names`;
NaN is unknown.
"""
import math

import numpy as np
import torch

import beat_features
from beat_features import RATE, TWELVE_LEADS
from retime import Change, retime

NAN = float("nan")
SINUS = ("SINUS RHYTHM", "NORMAL SINUS RHYTHM", "SINUS BRADYCARDIA", "SINUS TACHYCARDIA", "WITH SINUS ARRHYTHMIA")
PREMATURE = ("PREMATURE ATRIAL COMPLEXES", "PREMATURE VENTRICULAR COMPLEXES")
AXIS = ("LEFT AXIS DEVIATION", "RIGHT AXIS DEVIATION", "LEFT ANTERIOR FASCICULAR BLOCK", "NORMAL ECG", "INFERIOR INFARCT")
RIGHT = ("RIGHT BUNDLE BRANCH BLOCK", "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK")
# A label that a measurement defines is its logistic function: the limit, and the width in which opinions differ.
SLOW, FAST, LONG_PR, LEFT_AXIS = (54, -2.5), (100, 4), (0.205, 0.012), (-30, -8)
FRAME = 32  # samples; of the map that says in which frames a QRS or a P wave peaks
PR, PR_ONSET = TWELVE_LEADS.index("p peak"), TWELVE_LEADS.index("p onset")
QRS, P_SHARE = TWELVE_LEADS.index("qrs"), TWELVE_LEADS.index("p share")


def rebuild(x, labels, beats, marks, names, length, rng):
    """`length` samples of each window, most of them rebuilt beat by beat with another rate or PR interval.
    Returns (windows [n, leads, length], labels, beats, map [n, 2, frames] of QRS and P peaks)."""
    n, leads, whole = x.shape
    labels, beats = labels.numpy().copy(), beats.numpy().copy()
    column = {name: k for k, name in enumerate(names)}
    source = np.empty((n, length))
    frames = np.full((n, 2, -(-length // FRAME)), np.nan, "float32")
    for row in range(n):
        peaks = marks[row, 5:][~np.isnan(marks[row, 5:])]
        sinus = is_sinus(labels[row], beats[row], column)
        soften(labels[row], beats[row], sinus, column)
        made = None
        if len(peaks) >= 4 and rng.random() < 0.8:
            change = choose(labels[row], beats[row], sinus, column, rng)
            made = retime(marks[row], length, change, rng)
        if made is None:
            shift = int(rng.integers(whole)) if length < whole else 0
            source[row] = (np.arange(length) + shift) % whole
            if len(peaks):
                mark(frames[row, 0], (peaks - shift) % whole)
                mark_p(frames[row, 1], (peaks + marks[row, 1] - shift) % whole, sinus, labels[row], column)
            continue
        source[row] = made.source
        if change.qrs != 1:
            widened(labels[row], beats[row], change.qrs, column)
        mark(frames[row, 0], made.peaks)
        mark_p(frames[row, 1], made.p_peaks, sinus, labels[row], column)
        follow(labels[row], beats[row], change, made, sinus, column)
    low = np.minimum(source.astype("int64"), whole - 2)
    part = torch.from_numpy((source - low).astype("float32"))[:, None]
    low = torch.from_numpy(low)[:, None].expand(n, leads, length)
    x = x.gather(2, low) * (1 - part) + x.gather(2, low + 1) * part
    return x, torch.from_numpy(labels), torch.from_numpy(beats), torch.from_numpy(frames)


def is_sinus(labels, beats, column):
    if any(labels[column[name]] == 1 for name in SINUS if name in column):
        return True
    unlabelled = np.isnan(labels).all()
    return bool(unlabelled and len(beats) > 2 and beats[1] < math.log(0.05) and beats[P_SHARE] > 0.7)


def choose(labels, beats, sinus, column, rng):
    """What is done to a window: a sinus rhythm may get any rate and PR, others keep near their own."""
    change = Change(shuffled=rng.random() < 0.3, jitter=0.01)
    if len(beats) > 2 and not np.isnan(beats[QRS]) and rng.random() < 0.5:
        right = any(labels[column[name]] == 1 for name in RIGHT)
        change.qrs = rng.uniform(0.7, 1.45) if right else rng.uniform(0.9, 1.1)
    if not sinus:
        change.rate = math.exp(rng.normal(0, 0.12))
        return change
    if rng.random() < 0.6:
        wished = math.exp(rng.uniform(math.log(36), math.log(150)))
        change.rate = min(max(wished / math.exp(beats[0]), 0.4), 2.5)
    if rng.random() < 0.25:
        change.jitter = rng.uniform(0, 0.15)
    if len(beats) > 2 and not np.isnan(beats[PR_ONSET]) and beats[P_SHARE] > 0.5 and rng.random() < 0.5:
        change.pr = round((rng.uniform(0.10, 0.34) - math.exp(beats[PR_ONSET])) * RATE)
    return change


def widened(labels, beats, factor, column):
    """A right bundle branch block is complete or incomplete by the width of its QRS (complete from
    120 ms, which the beat features measure some 20 ms shorter)."""
    beats[QRS] += math.log(factor)
    if any(labels[column[name]] == 1 for name in RIGHT):
        width = math.exp(beats[QRS])
        complete = 1.0 if width > 0.108 else 0.0 if width < 0.092 else NAN
        labels[column[RIGHT[0]]], labels[column[RIGHT[1]]] = complete, 1 - complete
        if "NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY" in column:
            labels[column["NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY"]] = NAN


def follow(labels, beats, change, made, sinus, column):
    """Sets what is now known of a rebuilt window, in place."""
    def say(name, value):
        if name in column:
            labels[column[name]] = value

    beats[:2] = beat_features.rhythm(made.peaks)
    rate = math.exp(beats[0])
    if change.jitter > 0.02 or change.shuffled:
        say("WITH SINUS ARRHYTHMIA", NAN)
        for name in PREMATURE:
            if name in column and labels[column[name]] == 1:
                say(name, NAN)
    if change.pr:
        pr = np.exp(beats[PR_ONSET]) + change.pr / RATE
        pr = max(pr, 0.06)
        beats[PR] = math.log(max(math.exp(beats[PR]) + change.pr / RATE, 0.03))
        beats[PR_ONSET] = math.log(pr)
        say("WITH 1ST DEGREE AV BLOCK", soft(pr, LONG_PR))
        say("NORMAL ECG", NAN)
    if not sinus:
        return
    if abs(math.log(change.rate)) > 0.05:
        ordinary = 1.0 if 60 < rate < 98 else NAN
        say("SINUS RHYTHM", ordinary)
        say("NORMAL SINUS RHYTHM", ordinary if labels[column.get("NORMAL SINUS RHYTHM", 0)] == 1 else NAN)
        say("OTHER RHYTHM", NAN)
        say("NORMAL ECG", NAN)
        say("SINUS BRADYCARDIA", soft(rate, SLOW))
        say("SINUS TACHYCARDIA", soft(rate, FAST))


def soften(labels, beats, sinus, column):
    """Where the annotator and the measured rate agree, the label says how clear the case is."""
    if not sinus or np.isnan(beats[0]):
        return
    for name, limit in (("SINUS BRADYCARDIA", SLOW), ("SINUS TACHYCARDIA", FAST)):
        by_rate = soft(math.exp(beats[0]), limit)
        if labels[column[name]] == round(by_rate):
            labels[column[name]] = by_rate


def soft(value, limit):
    return 1 / (1 + math.exp(-min(max((value - limit[0]) / limit[1], -30), 30)))


def mark(frames, peaks):
    frames[:] = 0
    at = (np.asarray(peaks) // FRAME).astype(int)
    frames[at[(at >= 0) & (at < len(frames))]] = 1


def mark_p(frames, peaks, sinus, labels, column):
    """P waves are known in a sinus rhythm; atrial fibrillation has none."""
    if sinus and len(peaks) and not np.isnan(peaks).any():
        mark(frames, peaks)
    elif labels[column["ATRIAL FIBRILLATION"]] == 1:
        frames[:] = 0


def rotate_axis(x, labels, beats, names, rng):
    """Turns the frontal plane of half of the ECGs by some 20 degrees; the axis labels follow the axis."""
    n = len(x)
    angle = torch.randn(n, generator=rng) * math.radians(20) * (torch.rand(n, generator=rng) < 0.5)
    c, s = angle.cos()[:, None], angle.sin()[:, None]
    one, two = x[:, 0], x[:, 1]
    down = (2 * two - one) / math.sqrt(3)
    one, down = one * c - down * s, one * s + down * c
    two = (math.sqrt(3) * down + one) / 2
    limbs = torch.stack([one, two, two - one, -(one + two) / 2, one - two / 2, two - one / 2], 1)
    x = torch.cat([limbs, x[:, 6:]], 1)
    labels, beats = labels.clone(), beats.clone()
    at = TWELVE_LEADS.index("axis cos")
    cosine, sine = beats[:, at].clone(), beats[:, at + 1].clone()
    beats[:, at], beats[:, at + 1] = cosine * c[:, 0] - sine * s[:, 0], cosine * s[:, 0] + sine * c[:, 0]
    turned = angle != 0
    beats[turned, at + 2:at + 8] = NAN
    far = angle.abs() > math.radians(5)
    after = labels.clone()
    for name in AXIS:
        after[:, names.index(name)] = NAN
    degrees = torch.rad2deg(torch.atan2(beats[:, at + 1], beats[:, at]))
    left = torch.sigmoid((degrees - LEFT_AXIS[0]) / LEFT_AXIS[1])
    left = torch.where((degrees > -90) & (degrees < 150), left, torch.tensor(NAN))
    after[:, names.index("LEFT AXIS DEVIATION")] = left
    return x, torch.where(far[:, None], after, labels), beats
