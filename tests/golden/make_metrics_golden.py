#!/usr/bin/python3
"""Reference figures of scikit-learn and SciPy for models/evaluation: evaluation/metrics.json.

    make_metrics_golden.py

Needs Debian's python3-sklearn.
"""
import json
import pathlib

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, log_expit
from sklearn import metrics
from sklearn.calibration import calibration_curve

BINS = 10


def cases():
    rng = np.random.default_rng(20250127)

    def drawn(n, share, shift, digits=None):
        y = (rng.random(n) < share).astype(int)
        x = rng.normal(-1, 1.5, n) + shift * y
        return y, np.round(x, digits) if digits is not None else x.astype(np.float32).astype(float)

    yield "drawn", drawn(120, 0.4, 1.2)
    yield "ties", drawn(150, 0.3, 1.0, 0)
    yield "imbalance", drawn(400, 0.03, 2.0, 2)
    yield "inverted", drawn(80, 0.5, -1.5)
    yield "all_tied", (np.array([0, 1, 1, 0, 0]), np.full(5, 0.25))
    yield "separated", (np.array([0] * 12 + [1] * 9), np.linspace(-3, 4, 21))
    yield "backwards", (np.array([1] * 4 + [0] * 6), np.linspace(-3, 4, 10))
    yield "saturated", (np.array([0, 0, 1, 0, 1, 1]), np.array([-900.0, -40, -1, 2, 40, 900]))
    yield "no_positives", (np.zeros(7, int), np.linspace(-1, 1, 7))
    yield "no_negatives", (np.ones(6, int), np.linspace(-1, 1, 6))


def ratio(part, whole):
    return None if whole == 0 else part / whole


def confusion(y, x, threshold):
    called = x >= threshold
    tn, fp, fn, tp = metrics.confusion_matrix(y, called, labels=[0, 1]).ravel().tolist()
    out = {"tp": tp, "fp": fp, "tn": tn, "fn": fn, "sensitivity": ratio(tp, tp + fn),
           "specificity": ratio(tn, tn + fp), "ppv": ratio(tp, tp + fp), "npv": ratio(tn, tn + fn),
           "f1": ratio(2 * tp, 2 * tp + fp + fn)}
    for name, function, value in (("sensitivity", metrics.recall_score, 1),
                                  ("ppv", metrics.precision_score, 1),
                                  ("f1", metrics.f1_score, 1)):
        if out[name] is not None:
            assert abs(function(y, called, zero_division=0) - out[name]) < 1e-12
    return out


def operating_points(y, x):
    fpr, tpr, thresholds = metrics.roc_curve(y, x, drop_intermediate=False)
    youden = thresholds[1:][np.argmax(np.round(tpr[1:] - fpr[1:], 12))]
    reached = thresholds[np.argmax(tpr >= 0.9 - 1e-12)]
    precision, recall, thresholds = metrics.precision_recall_curve(y, x)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-300)
    best = thresholds[::-1][np.argmax(np.round(f1[:-1][::-1], 12))]
    return {"youden": youden, "f1": best, "sensitivity90": reached}


def reliability(y, p):
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    table = []
    for i in range(BINS):
        here = bins == i
        n = int(here.sum())
        table.append({"n": n, "positives": int(y[here].sum()),
                      "meanScore": p[here].mean() if n else None,
                      "observed": y[here].mean() if n else None})
    ece = sum(b["n"] / len(y) * abs(b["meanScore"] - b["observed"]) for b in table if b["n"])
    if 0 < y.sum() < len(y) and not np.any(p * BINS % 1 == 0):  # its bins are closed above
        observed, mean = calibration_curve(y, p, n_bins=BINS)
        assert np.allclose([b["observed"] for b in table if b["n"]], observed, atol=1e-12)
        assert np.allclose([b["meanScore"] for b in table if b["n"]], mean, atol=1e-12)
    return {"ece": ece, "bins": table, "brier": float(np.mean((p - y) ** 2))}


def platt(y, x):
    """The exact optimum of Platt's likelihood with his targets: SciPy's, then Newton to the end."""
    positives, negatives = y.sum(), len(y) - y.sum()
    target = np.where(y == 1, (positives + 1) / (positives + 2), 1 / (negatives + 2))

    def loss(ab):
        z = ab[0] * x + ab[1]
        return -np.sum(target * log_expit(z) + (1 - target) * log_expit(-z))

    found = minimize(loss, [1.0, 0.0], method="BFGS", options={"gtol": 1e-8}).x
    ab = found.astype(np.longdouble)
    wide = x.astype(np.longdouble)
    for _ in range(50):
        p = 1 / (1 + np.exp(-(ab[0] * wide + ab[1])))
        g = np.array([np.sum((p - target) * wide), np.sum(p - target)])
        w = p * (1 - p)
        haa, hab, hbb = np.sum(w * wide * wide), np.sum(w * wide), np.sum(w)
        d = haa * hbb - hab * hab
        ab -= np.array([(hbb * g[0] - hab * g[1]) / d, (haa * g[1] - hab * g[0]) / d])
    assert np.allclose(found, ab.astype(float), rtol=1e-3, atol=1e-3), (found, ab)
    return {"a": float(ab[0]), "b": float(ab[1])}


def prevalence(x, a, b, prior):
    """Saerens, Latinne and Decaestecker's EM, run until it no longer moves."""
    p = expit(a * x + b)
    estimate = prior
    for _ in range(200000):
        odds = estimate / prior * p
        posterior = odds / (odds + (1 - estimate) / (1 - prior) * (1 - p))
        moved = abs(posterior.mean() - estimate)
        estimate = posterior.mean()
        if moved < 1e-16:
            break
    return estimate


def random_words(seed):
    """xoshiro256** seeded by SplitMix64."""
    mask = (1 << 64) - 1
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        state.append(z ^ (z >> 31))

    def rotated(value, by):
        return ((value << by) | (value >> (64 - by))) & mask

    while True:
        yield (rotated(state[1] * 5 & mask, 7) * 9) & mask
        shifted = state[1] << 17 & mask
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= shifted
        state[3] = rotated(state[3], 45)


def below(words, bound):
    """Lemire's unbiased draw from the upper 32 bits."""
    while True:
        product = (next(words) >> 32) * bound
        if product % 2**32 >= 2**32 % bound:
            return product >> 32


def bootstrap(y, x, seed=1, replicates=200):
    words = random_words(seed)
    areas, precisions = [], []
    for _ in range(replicates):
        drawn = [below(words, len(y)) for _ in y]
        areas.append(metrics.roc_auc_score(y[drawn], x[drawn]))
        precisions.append(metrics.average_precision_score(y[drawn], x[drawn]))
    return {"seed": seed, "replicates": replicates, "auroc": list(np.percentile(areas, [2.5, 97.5])),
            "auprc": list(np.percentile(precisions, [2.5, 97.5]))}


def figures(name, y, x):
    p = expit(x)
    both = 0 < y.sum() < len(y)
    out = {"name": name, "outcomes": y.tolist(), "logits": x.tolist(),
           "auroc": metrics.roc_auc_score(y, x) if both else None,
           "auprc": metrics.average_precision_score(y, x) if both else None,
           "points": operating_points(y, x) if both else None,
           "at0": confusion(y, x, 0.0), "at1": confusion(y, x, 1.0), "reliability": reliability(y, p)}
    assert abs(out["reliability"]["brier"] - metrics.brier_score_loss(y, p, pos_label=1)) < 1e-12
    if name in ("drawn", "ties", "imbalance", "inverted", "separated"):
        out["platt"] = platt(y, x)
    if name in ("drawn", "ties"):
        out["bootstrap"] = bootstrap(y, x)
        shifted = x[y == 1][:30].tolist() + x[y == 0][:20 if name == "drawn" else 60].tolist()
        out["shifted"] = shifted
        out["prevalence"] = prevalence(np.array(shifted), out["platt"]["a"], out["platt"]["b"],
                                       float(y.mean()))
    return out


def main():
    path = pathlib.Path(__file__).parent / "evaluation" / "metrics.json"
    lines = [json.dumps(figures(name, y, x)) for name, (y, x) in cases()]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main()
