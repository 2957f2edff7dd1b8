"""Another heart rate, another PR interval, another order of the beats: windows rebuilt beat by beat.

The beats themselves keep their form. A cycle runs from just before a P wave to just before the next;
a change of rate goes to the time between the T and the P wave, and, as the QT interval does, in part to
the ST-T; a change of PR goes to the segment between the P wave and the QRS.
"""
from dataclasses import dataclass

import numpy as np

from beat_features import RATE

MARGIN = 10          # samples between a cycle's start and its P wave
NO_P = 75            # before the QRS, where no P wave is known
LEAST_GAP = 8        # samples between the T wave and the next cycle


@dataclass
class Change:
    """What is to be done to one window; `rate` multiplies the heart rate, `pr` lengthens PR by samples."""
    rate: float = 1.0
    pr: int = 0
    qrs: float = 1.0      # multiplies the width of the QRS
    jitter: float = 0.0   # relative standard deviation of the RR intervals, added
    shuffled: bool = False


@dataclass
class Retimed:
    source: np.ndarray   # [length] where each sample comes from, in samples of the window
    peaks: np.ndarray    # QRS peaks of the whole rebuilt rhythm, relative to the first sample
    p_peaks: np.ndarray


def retime(marks: np.ndarray, length: int, change: Change, rng: np.random.Generator):
    """A Retimed of `length` samples made of the window's whole cycles, in a circle from a random one; None
    where there are fewer than two. `marks` as in beat_features.measure, with four QRS peaks or more."""
    wave, peaks = marks[:5], marks[5:][~np.isnan(marks[5:])]
    has_p = not np.isnan(wave[0])
    on, end = (wave[3], wave[4]) if has_p else (-25.0, 25.0)
    before = -(wave[0] if has_p else on - NO_P) + MARGIN
    starts = peaks - before
    whole = np.flatnonzero(starts[:-1] >= 0)
    if len(whole) < 2:
        return None
    order = rng.choice(whole, len(whole)) if change.shuffled else np.roll(whole, -rng.integers(len(whole)))
    at, source, out, r, p = 0.0, [], [], [], []
    while at < 1.5 * length + RATE:
        for k in order:
            rr = peaks[k + 1] - peaks[k]
            t_end = min(0.45 * np.sqrt(rr * RATE), rr - before - 2 * LEAST_GAP)
            t_end = max(t_end, end + 10)
            wished = rr / change.rate * (1 + change.jitter * np.clip(rng.standard_normal(), -2, 2))
            knots = [0.0, before + wave[2], before + on, before + end, before + t_end, max(rr, before + t_end + 1)]
            if not has_p:
                knots[1] = before + on - 20
            knots[1] = min(max(knots[1], 1), knots[2] - 1)
            spans = np.diff(knots)
            spans[1] = max(spans[1] + change.pr, 2)
            spans[2] *= change.qrs
            spans[3] *= (wished / rr) ** 0.4
            spans[4] = max(wished - spans[:4].sum(), LEAST_GAP)
            times = at + np.concatenate([[0], np.cumsum(spans)])
            source += [starts[k] + knot for knot in knots[:-1]] + [starts[k] + knots[-1] - 0.01]
            out += list(times[:-1]) + [times[-1] - 0.01]
            r.append(times[2] - on * change.qrs)
            if has_p:
                p.append(at + before + wave[1] if wave[1] + before < knots[1] else times[1])
            at = times[-1]
    first = rng.integers(int(at - length))
    sample = np.interp(np.arange(first, first + length), out, source)
    return Retimed(sample, np.array(r) - first, np.array(p) - first)
