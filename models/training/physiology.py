"""Augmentation whose labels follow from what was done: another heart rate, another axis.

`beats` holds the features of beat_features.py, `labels` those of `names`; NaN is unknown.
"""
import math

import torch
import torch.nn.functional as F

import augment
import beat_features

NAN = float("nan")
# What depends on durations, and is unknown once time has been stretched.
TIMED = ("RIGHT BUNDLE BRANCH BLOCK", "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK", "LEFT BUNDLE BRANCH BLOCK",
         "WITH 1ST DEGREE AV BLOCK", "NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY", "NORMAL ECG", "NORMAL SINUS RHYTHM",
         "ATRIAL FLUTTER", "ELECTRONIC VENTRICULAR PACEMAKER")
AXIS = ("LEFT AXIS DEVIATION", "RIGHT AXIS DEVIATION", "LEFT ANTERIOR FASCICULAR BLOCK", "NORMAL ECG", "INFERIOR INFARCT")


def stretch(x, labels, beats, names, length, rng):
    """`length` samples of each window, with time stretched by one factor for all; the sinus rate's
    labels follow from the new rate (below 50/min, above 103/min, as PTB-XL's annotators used them)."""
    factor = 1.0
    if float(torch.rand(1, generator=rng)) < 0.5:
        factor = math.exp(math.log(0.65) + float(torch.rand(1, generator=rng)) * math.log(1.5 / 0.65))
    source = round(length * factor)
    if source > x.shape[-1]:
        x = torch.cat([x, x], -1)
    x = augment.crop(x, source, rng)
    if source == length:
        return x, labels, beats
    x = F.interpolate(x, length, mode="linear", align_corners=False)
    labels, beats = labels.clone(), beats.clone()
    beats[:, 0] += math.log(factor)
    if beats.shape[1] > 2:
        beats[:, 2:4] -= math.log(factor)
    if abs(math.log(factor)) > 0.05:
        unknown(labels, names, TIMED)
        sinus_rate(labels, beats[:, 0].exp(), names)
    return x, labels, beats


def sinus_rate(labels, rate, names):
    column = {name: k for k, name in enumerate(names)}
    slow, fast = column["SINUS BRADYCARDIA"], column["SINUS TACHYCARDIA"]
    rhythm = [column[n] for n in ("SINUS RHYTHM", "NORMAL SINUS RHYTHM", "SINUS BRADYCARDIA", "SINUS TACHYCARDIA") if n in column]
    sinus = (labels[:, rhythm] == 1).any(1)
    rate = torch.where(sinus, rate, torch.tensor(NAN))
    by_rule = lambda yes, no: torch.where(yes, 1.0, torch.where(no, 0.0, torch.tensor(NAN)))
    not_sinus = ~sinus & (labels[:, slow] == 0) & (labels[:, fast] == 0)
    labels[:, slow] = torch.where(not_sinus, torch.tensor(0.0), by_rule(rate < 50, rate > 60))
    labels[:, fast] = torch.where(not_sinus, torch.tensor(0.0), by_rule(rate > 103, rate < 98))


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
    at = beat_features.TWELVE_LEADS.index("axis cos")
    cosine, sine = beats[:, at].clone(), beats[:, at + 1].clone()
    beats[:, at], beats[:, at + 1] = cosine * c[:, 0] - sine * s[:, 0], cosine * s[:, 0] + sine * c[:, 0]
    turned = angle != 0
    beats[turned, at + 2:at + 8] = NAN
    far = angle.abs() > math.radians(5)
    after = labels.clone()
    unknown(after, names, AXIS)
    degrees = torch.rad2deg(torch.atan2(beats[:, at + 1], beats[:, at]))
    column = {name: k for k, name in enumerate(names)}
    left = torch.where((degrees < -38) & (degrees > -90), 1.0, torch.where((degrees > -20) & (degrees < 150), 0.0, torch.tensor(NAN)))
    after[:, column["LEFT AXIS DEVIATION"]] = left
    return x, torch.where(far[:, None], after, labels), beats


def unknown(labels, names, which):
    for name in which:
        if name in names:
            labels[:, names.index(name)] = NAN
