"""Random signals by the type, byte order and layout in which arrays of them are written."""
import numpy as np

NUMBERS = [f"{kind}{size}" for kind, sizes in (("f", (2, 4, 8)), ("i", (1, 2, 4, 8)),
                                               ("u", (1, 2, 4, 8))) for size in sizes]
GIVEN = {"rate": 500, "units": 1}  # what a bare array does not say


def signals(kind, shape, random):
    """In mV: whole numbers that fit a byte, or normal deviates."""
    if kind[0] in "iu":
        low, high = (-100, 100) if kind[0] == "i" else (0, 200)
        return random.integers(low, high, shape).astype(kind)
    return random.normal(0, 1, shape).astype(kind)


def unnamed(array):
    """The leads of an array of [leads, samples]."""
    return [("", lead) for lead in np.atleast_2d(array).astype(np.float64)]
